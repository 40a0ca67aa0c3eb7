using System.Numerics;
using System.Security.Cryptography;

namespace Qingshan.Sensing.Archive;

/// <summary>The Merkle root of a growing list in the shape of RFC 6962, from the roots of its complete subtrees only.</summary>
internal sealed class MerkleStack
{
    private readonly List<byte[]> roots = [];

    public long Count { get; private set; }

    public static byte[] Leaf(ReadOnlySpan<byte> record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(record);
        return hash.GetHashAndReset();
    }

    public void Add(byte[] leaf)
    {
        var node = leaf;
        for (var merges = BitOperations.TrailingZeroCount(~(ulong)Count); merges > 0; merges--)
        {
            node = Node(roots[^1], node);
            roots.RemoveAt(roots.Count - 1);
        }

        roots.Add(node);
        Count++;
    }

    public byte[] Root()
    {
        if (roots.Count == 0)
            return SHA256.HashData([]);
        var root = roots[^1];
        for (var i = roots.Count - 2; i >= 0; i--)
            root = Node(roots[i], root);
        return root;
    }

    private static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[65];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[33..]);
        return SHA256.HashData(both);
    }
}
