using System.Security.Cryptography;

namespace Qingshan.Record.Merkle;

/// <summary>Hashes of the log's tree, as RFC 6962 §2.1: leaf SHA-256(0x00 ‖ bytes), node SHA-256(0x01 ‖ left ‖ right).</summary>
public static class MerkleHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    private static readonly byte[] LeafMark = [0];
    private static readonly byte[] NodeMark = [1];

    // One for each thread and kept: to make a new one for each hash costs more than to hash.
    [ThreadStatic]
    private static IncrementalHash? hash;

    /// <summary>Root of the tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] Empty { get; } = SHA256.HashData(ReadOnlySpan<byte>.Empty);

    public static byte[] Leaf(ReadOnlySpan<byte> bytes) => Of(LeafMark, bytes, []);

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Of(NodeMark, left, right);

    private static byte[] Of(byte[] mark, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var sha = hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(mark);
        sha.AppendData(first);
        sha.AppendData(second);
        return sha.GetHashAndReset();
    }
}
