using System.Text;
using Qingshan.Record.Merkle;

namespace Qingshan.Record.Tests.Merkle;

public sealed class MerkleTests
{
    private static readonly string[] ReferenceLeaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    /// <summary>Roots over the first n leaves that implementations of RFC 6962 test themselves against.</summary>
    private static readonly string[] ReferenceRoots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Root_ReferenceLeaves_ReferenceRoots()
    {
        var leaves = ReferenceLeaves.Select(l => MerkleHash.Leaf(Convert.FromHexString(l))).ToList();
        for (var size = 0; size <= leaves.Count; size++)
        {
            Assert.Equal(ReferenceRoots[size], Convert.ToHexStringLower(new MerkleTree(Kept(leaves)).Root(size)));
            Assert.Equal(ReferenceRoots[size], Convert.ToHexStringLower(MerkleFrontier.Empty.Append(leaves.Take(size), Ignore).Root()));
        }
    }

    [Fact]
    public void Leaf_Long_SameHash()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('x', 5000));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData([0, .. bytes]), MerkleHash.Leaf(bytes));
    }

    [Fact]
    public void Proofs_EverySizeTo40_VerifyAndNoOthers()
    {
        var leaves = Leaves(40);
        var tree = new MerkleTree(Kept(leaves));
        for (var size = 1; size <= 40; size++)
        {
            var root = tree.Root(size);
            for (var leaf = 0; leaf < size; leaf++)
            {
                var path = tree.Inclusion(leaf, size);
                Assert.True(MerkleProof.Includes(leaves[leaf], leaf, size, path, root));
                Assert.False(MerkleProof.Includes(leaves[(leaf + 1) % 40], leaf, size, path, root));
                Assert.False(MerkleProof.Includes(leaves[leaf], leaf + 1, size, path, root));
                Assert.False(MerkleProof.Includes(leaves[leaf], leaf, size, [.. path, root], root));
            }

            for (var earlier = 0; earlier <= size; earlier++)
            {
                var proof = tree.Consistency(earlier, size);
                Assert.True(MerkleProof.Continues(earlier, tree.Root(earlier), size, root, proof));
                Assert.False(MerkleProof.Continues(earlier, leaves[0][..31].Append((byte)0).ToArray(), size, root, proof));
                if (earlier > 0 && earlier < size)
                    Assert.False(MerkleProof.Continues(earlier, tree.Root(earlier), size, root, [.. proof.Take(proof.Count - 1)]));
            }
        }
    }

    [Fact]
    public void KeptHashes_70000Leaves_SameTreeWithFewReads()
    {
        var leaves = Leaves(70_000);
        var kept = new Dictionary<(int, long), byte[]>();
        var frontier = MerkleFrontier.Empty;
        foreach (var chunk in leaves.Chunk(777))
            frontier = frontier.Append(chunk, (level, index, hash) => kept.Add((level, index), hash));
        Assert.Equal(70_000 / 256 + 70_000 / 65_536, kept.Count);
        var read = 0;
        var tree = new MerkleTree((level, index, count) =>
        {
            read += count;
            return [.. Enumerable.Range(0, count).Select(i => level == 0 ? leaves[(int)index + i] : kept[(level, index + i)])];
        });
        Assert.Equal(frontier.Root(), tree.Root(70_000));
        Assert.Equal(frontier.Hashes, tree.Frontier(70_000).Hashes);
        read = 0;
        Assert.True(MerkleProof.Includes(leaves[12_345], 12_345, 70_000, tree.Inclusion(12_345, 70_000), frontier.Root()));
        Assert.True(MerkleProof.Continues(33_333, tree.Root(33_333), 70_000, frontier.Root(), tree.Consistency(33_333, 70_000)));
        Assert.InRange(read, 1, 3000);
    }

    internal static KeptHashes Kept(IReadOnlyList<byte[]> leaves) => (level, index, count) => level == 0
        ? [.. leaves.Skip((int)index).Take(count)]
        : [.. Enumerable.Range(0, count).Select(i => MerkleFrontier.Empty.Append(leaves.Skip((int)(index + i) << level).Take(1 << level), Ignore).Root())];

    private static List<byte[]> Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => MerkleHash.Leaf(BitConverter.GetBytes(i)))];

    private static void Ignore(int level, long index, byte[] hash)
    {
    }
}
