namespace Qingshan.Record.Merkle;

/// <summary>Checks proofs without the log, as RFC 9162 §2.1.3.2 and §2.1.4.2. Never throws on input.</summary>
public static class MerkleProof
{
    /// <summary>True when the path proves that the leaf with this hash stands at the place in the tree of that size and root.</summary>
    public static bool Includes(byte[] leafHash, long place, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (place < 0 || place >= size || !AreHashes([leafHash, root, .. path]))
            return false;
        var (node, last) = (place, size - 1);
        var hash = leafHash;
        foreach (var sibling in path)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>True when the proof shows that the tree of the later root begins with the tree of the earlier one. Every tree continues the empty one.</summary>
    public static bool Continues(long earlier, byte[] earlierRoot, long later, byte[] laterRoot, IReadOnlyList<byte[]> proof)
    {
        if (earlier < 0 || earlier > later || !AreHashes([earlierRoot, laterRoot, .. proof]))
            return false;
        if (earlier == later)
            return proof.Count == 0 && earlierRoot.AsSpan().SequenceEqual(laterRoot);
        if (earlier == 0)
            return proof.Count == 0 && earlierRoot.AsSpan().SequenceEqual(MerkleHash.Empty);
        var path = (earlier & (earlier - 1)) == 0 ? [earlierRoot, .. proof] : proof;
        return path.Count > 0 && Climb(earlier - 1, later - 1, path) is var (old, grown) && old.AsSpan().SequenceEqual(earlierRoot) && grown.AsSpan().SequenceEqual(laterRoot);
    }

    private static (byte[] Earlier, byte[] Later) Climb(long node, long last, IReadOnlyList<byte[]> path)
    {
        while ((node & 1) == 1)
            (node, last) = (node >> 1, last >> 1);
        var (earlier, later) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (last == 0)
                return ([], []);
            if ((node & 1) == 1 || node == last)
            {
                (earlier, later) = (MerkleHash.Node(hash, earlier), MerkleHash.Node(hash, later));
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                later = MerkleHash.Node(later, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 ? (earlier, later) : ([], []);
    }

    private static bool AreHashes(IEnumerable<byte[]> hashes) => hashes.All(h => h.Length == MerkleHash.Size);
}
