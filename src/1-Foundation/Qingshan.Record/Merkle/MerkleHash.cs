using System.Security.Cryptography;

namespace Qingshan.Record.Merkle;

/// <summary>Hashes of the log's tree, as RFC 6962 §2.1: leaf SHA-256(0x00 ‖ bytes), node SHA-256(0x01 ‖ left ‖ right).</summary>
public static class MerkleHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    // One for each thread and kept: to make a new one for each hash costs more than to hash.
    [ThreadStatic]
    private static IncrementalHash? hash;

    /// <summary>Root of the tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] Empty { get; } = SHA256.HashData(ReadOnlySpan<byte>.Empty);

    public static byte[] Leaf(ReadOnlySpan<byte> bytes)
    {
        Hash.AppendData([LeafMark]);
        Hash.AppendData(bytes);
        return Hash.GetHashAndReset();
    }

    /// <summary>Begins the hash of a leaf of which only the first bytes are known; whoever has the rest appends it. Belongs to the caller.</summary>
    internal static IncrementalHash BeginLeaf(ReadOnlySpan<byte> first)
    {
        var begun = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        begun.AppendData([LeafMark]);
        begun.AppendData(first);
        return begun;
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Size)];
        both[0] = NodeMark;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Size)..]);
        Hash.AppendData(both);
        return Hash.GetHashAndReset();
    }

    private static IncrementalHash Hash => hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
}
