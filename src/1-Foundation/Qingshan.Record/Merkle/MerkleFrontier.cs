namespace Qingshan.Record.Merkle;

/// <summary>
/// The right edge of a growing tree: the hashes of its largest complete subtrees, left to right. Enough to append leaves and give the root.
/// A value: appending gives a new frontier and leaves the old one as it was.
/// </summary>
/// <param name="Size">Number of leaves.</param>
/// <param name="Hashes">One hash for each bit set in <paramref name="Size"/>, the largest subtree first.</param>
public sealed record MerkleFrontier(long Size, IReadOnlyList<byte[]> Hashes)
{
    public static MerkleFrontier Empty { get; } = new(0, []);

    /// <summary>Root of the tree so far.</summary>
    public byte[] Root()
    {
        if (Size == 0)
            return MerkleHash.Empty;
        var root = Hashes[^1];
        for (var i = Hashes.Count - 2; i >= 0; i--)
            root = MerkleHash.Node(Hashes[i], root);
        return root;
    }

    /// <summary>Appends leaves; tells of every complete subtree whose level is a positive multiple of <see cref="MerkleTree.Stride"/>, which is to be kept.</summary>
    public MerkleFrontier Append(IEnumerable<byte[]> leaves, Action<int, long, byte[]> keep)
    {
        var hashes = new List<byte[]>(Hashes);
        var size = Size;
        foreach (var leaf in leaves)
        {
            var hash = leaf;
            var index = size;
            for (var level = 1; (index & 1) == 1; level++)
            {
                hash = MerkleHash.Node(hashes[^1], hash);
                hashes.RemoveAt(hashes.Count - 1);
                index >>= 1;
                if (level % MerkleTree.Stride == 0)
                    keep(level, index, hash);
            }

            hashes.Add(hash);
            size++;
        }

        return new(size, hashes);
    }
}
