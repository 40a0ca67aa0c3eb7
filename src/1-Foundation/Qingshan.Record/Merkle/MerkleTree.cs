using System.Numerics;

namespace Qingshan.Record.Merkle;

/// <summary>Gives kept hashes: at level 0 the leaves, at levels 8, 16, … the complete subtrees of that height.</summary>
/// <returns><paramref name="count"/> hashes from <paramref name="index"/> on.</returns>
public delegate IReadOnlyList<byte[]> KeptHashes(int level, long index, int count);

/// <summary>
/// Roots and proofs of a log (RFC 6962 §2.1) from kept hashes. One hash in 256 is kept above the leaves, so a proof over n leaves reads
/// at most two runs of 256 hashes for every 8 levels: O(log n).
/// </summary>
public sealed class MerkleTree(KeptHashes kept)
{
    /// <summary>Levels between kept hashes.</summary>
    public const int Stride = 8;

    /// <summary>Root of the first <paramref name="size"/> leaves.</summary>
    public byte[] Root(long size) => size == 0 ? MerkleHash.Empty : Range(0, size);

    /// <summary>The frontier of the first <paramref name="size"/> leaves, to append to.</summary>
    public MerkleFrontier Frontier(long size)
    {
        var hashes = new List<byte[]>();
        long from = 0;
        for (var level = 62; level >= 0; level--)
        {
            if ((size >> level & 1) == 0)
                continue;
            hashes.Add(Subtree(level, from >> level));
            from += 1L << level;
        }

        return new(size, hashes);
    }

    /// <summary>Audit path of a leaf in the tree of <paramref name="size"/> leaves, from the leaf upwards (RFC 6962 §2.1.1).</summary>
    public IReadOnlyList<byte[]> Inclusion(long leaf, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leaf);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(leaf, size);
        var path = new List<byte[]>();
        long from = 0, to = size;
        while (to - from > 1)
        {
            var middle = from + Split(to - from);
            if (leaf < middle)
                (path, to) = ([.. path, Range(middle, to)], middle);
            else
                (path, from) = ([.. path, Range(from, middle)], middle);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Proof that the first <paramref name="earlier"/> leaves of the tree of <paramref name="size"/> are the tree of that time (RFC 6962 §2.1.2).</summary>
    public IReadOnlyList<byte[]> Consistency(long earlier, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, size);
        var proof = new List<byte[]>();
        if (earlier == 0 || earlier == size)
            return proof;
        long from = 0, to = size;
        var whole = true;
        while (earlier != to)
        {
            var middle = from + Split(to - from);
            if (earlier <= middle)
            {
                proof.Add(Range(middle, to));
                to = middle;
            }
            else
            {
                proof.Add(Range(from, middle));
                from = middle;
                whole = false;
            }
        }

        if (!whole)
            proof.Add(Range(from, to));
        proof.Reverse();
        return proof;
    }

    /// <summary>The largest power of two below <paramref name="count"/> (at least 2).</summary>
    private static long Split(long count) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(count - 1)));

    private byte[] Range(long from, long to)
    {
        var count = to - from;
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2((ulong)count);
            return Subtree(level, from >> level);
        }

        var middle = from + Split(count);
        return MerkleHash.Node(Range(from, middle), Range(middle, to));
    }

    private byte[] Subtree(int level, long index)
    {
        var below = level / Stride * Stride;
        var hashes = kept(below, index << (level - below), 1 << (level - below)).ToArray();
        for (var count = hashes.Length; count > 1; count /= 2)
        {
            for (var i = 0; i < count / 2; i++)
                hashes[i] = MerkleHash.Node(hashes[2 * i], hashes[2 * i + 1]);
        }

        return hashes[0];
    }
}
