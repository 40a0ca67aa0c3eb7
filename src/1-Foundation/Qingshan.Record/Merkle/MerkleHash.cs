using System.Security.Cryptography;

namespace Qingshan.Record.Merkle;

/// <summary>Hashes of the log's tree, as RFC 6962 §2.1: leaf SHA-256(0x00 ‖ bytes), node SHA-256(0x01 ‖ left ‖ right).</summary>
public static class MerkleHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    /// <summary>Root of the tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] Empty { get; } = SHA256.HashData(ReadOnlySpan<byte>.Empty);

    public static byte[] Leaf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 2048)
            return LongLeaf(bytes);
        Span<byte> buffer = stackalloc byte[bytes.Length + 1];
        buffer[0] = 0;
        bytes.CopyTo(buffer[1..]);
        return SHA256.HashData(buffer);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> buffer = stackalloc byte[1 + Size + Size];
        buffer[0] = 1;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + Size)..]);
        return SHA256.HashData(buffer);
    }

    private static byte[] LongLeaf(ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }
}
