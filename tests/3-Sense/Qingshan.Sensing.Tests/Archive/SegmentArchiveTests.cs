using System.Security.Cryptography;
using NodaTime;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Tests.Archive;

public sealed class SegmentArchiveTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Record_IsReadBackAsItCame()
    {
        await using var archive = Open();
        var stretch = new Stretch(TestClock.Noon, "192.0.2.1:4000", 7, StretchCut.Frame, SourceAuthentication.Password, "##0000"u8.ToArray());
        await archive.AppendAsync([stretch, Sample(1)], CancellationToken.None);

        var records = archive.Read(ArchivePosition.Start).ToList();

        Assert.Equal(2, records.Count);
        Assert.Equal(ArchivePosition.Start, records[0].Position);
        Assert.Equal(records[0].Next, records[1].Position);
        Assert.Equal(archive.End, records[1].Next);
        Assert.Equal(
            (TestClock.Noon, "192.0.2.1:4000", 7L, StretchCut.Frame, SourceAuthentication.Password),
            (records[0].ReceivedAt, records[0].Source, records[0].Connection, records[0].Cut, records[0].Authentication));
        Assert.Equal("##0000"u8.ToArray(), records[0].Bytes.ToArray());
        Assert.Equal("##0000"u8.ToArray(), archive.Find(ArchivePosition.Start)!.Bytes.ToArray());
        Assert.Null(archive.Find(ArchivePosition.Start with { Offset = 65 }));
    }

    [Fact]
    public async Task TornTail_AtEveryByteOfTheLastRecord_IsCutOff_AndWritingGoesOn()
    {
        var ends = await WriteThreeAsync();
        var whole = File.ReadAllBytes(folder["000001.seg"]);
        for (var length = ends[1]; length < ends[2]; length++)
        {
            Restore(whole[..(int)length]);
            await using (var archive = Open())
            {
                Assert.Equal(2, archive.Records);
                await archive.AppendAsync([Sample(9)], CancellationToken.None);
                Assert.Equal(["0", "1", "9"], Texts(archive));
            }

            Assert.Equal(length > ends[1], System.IO.Directory.EnumerateFiles(folder.Path, "*.torn").Any());
        }
    }

    [Fact]
    public async Task FlippedByte_AnywhereInTheLastRecord_IsNoticed()
    {
        var ends = await WriteThreeAsync();
        var whole = File.ReadAllBytes(folder["000001.seg"]);
        for (var at = ends[1]; at < ends[2]; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x40;
            Restore(changed);
            await using var archive = Open();
            Assert.Equal(["0", "1"], Texts(archive));
        }
    }

    [Fact]
    public async Task FullSegment_IsSealed_WithARootOverItsRecords_AndTheNextHoldsIt()
    {
        await using (var archive = Open(new ArchiveOptions { SegmentBytes = 64 * 1024 }))
        {
            for (var i = 0; i < 3; i++)
                await archive.AppendAsync([Sample(i, 40_000)], CancellationToken.None);
            Assert.Equal(2, archive.Read(ArchivePosition.Start).Last().Position.Segment);
            Assert.Equal(3, archive.Records);
            var leaves = archive.Read(ArchivePosition.Start).Take(2).Select(r => r.Hash.ToArray()).ToList();
            var root = SHA256.HashData([1, .. leaves[0], .. leaves[1]]);
            Assert.Equal((Convert.ToHexStringLower(root), true, 2L), (archive.Segment(1)!.Root, archive.Segment(1)!.Sealed, archive.Segment(1)!.Records));
            Assert.Equal(root, File.ReadAllBytes(folder["000001.seg"])[^32..]);
            using var second = File.Open(folder["000002.seg"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var header = new byte[64];
            second.ReadExactly(header);
            Assert.Equal(root, header[12..44]);
        }

        Assert.Contains("\"segment\":1,\"records\":2,", Assert.Single(File.ReadAllLines(folder["index.jsonl"])), StringComparison.Ordinal);
        await using var again = Open();
        Assert.Equal(3, again.Records);
    }

    [Fact]
    public async Task TornFooter_AtEveryByte_IsForgotten()
    {
        await using (var archive = Open(new ArchiveOptions { SegmentBytes = 64 * 1024 }))
        {
            await archive.AppendAsync([Sample(0, 60_000), Sample(1, 10_000)], CancellationToken.None);
            await archive.AppendAsync([Sample(2)], CancellationToken.None);
        }

        var whole = File.ReadAllBytes(folder["000001.seg"]);
        for (var lost = 1; lost <= 64; lost++)
        {
            Restore(whole[..^lost]);
            await using var archive = Open();
            Assert.Equal(2, archive.Records);
            await archive.AppendAsync([Sample(5)], CancellationToken.None);
            Assert.Equal(3, archive.Read(ArchivePosition.Start).Count());
        }
    }

    [Fact]
    public async Task SealedSegment_ThatIsDamaged_IsNotTakenForATornTail()
    {
        await using (var archive = Open(new ArchiveOptions { SegmentBytes = 64 * 1024 }))
        {
            for (var i = 0; i < 3; i++)
                await archive.AppendAsync([Sample(i, 40_000)], CancellationToken.None);
        }

        var whole = File.ReadAllBytes(folder["000001.seg"]);
        File.WriteAllBytes(folder["000001.seg"], whole[..^1]);
        Assert.Throws<ArchiveDamagedException>(() => Open());

        var changed = (byte[])whole.Clone();
        changed[100] ^= 1;
        File.WriteAllBytes(folder["000001.seg"], changed);
        await using var opened = Open();
        Assert.Throws<ArchiveDamagedException>(() => opened.Read(ArchivePosition.Start).Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task FullDisk_WhileASegmentIsClosedAndTheNextOneMade_LosesNothing_AndTheArchiveOpensAgain(int failing)
    {
        var (flushes, failAt) = (0, 0);
        await using (var archive = SegmentArchive.Open(folder.Path, Small, TimeProvider.System, file =>
        {
            if (++flushes == failAt)
                throw new IOException("disk full");
            RandomAccess.FlushToDisk(file);
        }))
        {
            await archive.AppendAsync([Sample(0, 40_000), Sample(1, 40_000)], CancellationToken.None);
            failAt = flushes + failing;
            await Assert.ThrowsAsync<IOException>(() => archive.AppendAsync([Sample(2)], CancellationToken.None));
            Assert.Equal(2, archive.Records);
        }

        await using (var archive = Open(Small))
        {
            Assert.Equal(["0", "1"], Texts(archive).Select(text => text.TrimEnd('.')));
            await archive.AppendAsync([Sample(3)], CancellationToken.None);
            Assert.Equal(2, archive.End.Segment);
        }

        await using var again = Open(Small);
        Assert.Equal(["0", "1", "3"], Texts(again).Select(text => text.TrimEnd('.')));
    }

    [Fact]
    public async Task SegmentThatHoldsNoRecord_IsMadeAnew_WhereTheOneBeforeItIsOpen()
    {
        await using (var archive = Open(Small))
        {
            await archive.AppendAsync([Sample(0, 40_000), Sample(1, 40_000)], CancellationToken.None);
            await archive.AppendAsync([Sample(2)], CancellationToken.None);
        }

        File.WriteAllBytes(folder["000001.seg"], File.ReadAllBytes(folder["000001.seg"])[..^64]);
        File.WriteAllBytes(folder["000002.seg"], File.ReadAllBytes(folder["000002.seg"])[..64]);
        await using var opened = Open(Small);
        Assert.Equal(["0", "1"], Texts(opened).Select(text => text.TrimEnd('.')));
        Assert.Equal(1, opened.End.Segment);
    }

    [Fact]
    public async Task MissingSegment_IsNoticed()
    {
        await using (var archive = Open(new ArchiveOptions { SegmentBytes = 64 * 1024 }))
        {
            for (var i = 0; i < 5; i++)
                await archive.AppendAsync([Sample(i, 40_000)], CancellationToken.None);
        }

        File.Delete(folder["000001.seg"]);
        Assert.Throws<ArchiveDamagedException>(() => Open());
    }

    [Fact]
    public async Task Append_ReturnsOnlyOnceTheFlushHas()
    {
        using var disk = new SlowDisk();
        await using var archive = SegmentArchive.Open(folder.Path, new ArchiveOptions(), TimeProvider.System, disk.Flush);
        disk.Hold();

        var append = archive.AppendAsync([Sample(0)], CancellationToken.None);
        await disk.Reached;
        await Task.Delay(50);
        Assert.False(append.IsCompleted);
        Assert.Equal(ArchivePosition.Start, archive.End);
        disk.Release();
        await append;
        Assert.Equal(1, archive.Records);
    }

    [Fact]
    public async Task FailedFlush_IsToldToThoseWhoWait_AndLeavesNoTrace()
    {
        var broken = false;
        await using var archive = SegmentArchive.Open(folder.Path, new ArchiveOptions(), TimeProvider.System, file =>
        {
            if (broken)
                throw new IOException("disk full");
            RandomAccess.FlushToDisk(file);
        });
        await archive.AppendAsync([Sample(0)], CancellationToken.None);
        broken = true;
        await Assert.ThrowsAsync<IOException>(() => archive.AppendAsync([Sample(1)], CancellationToken.None));
        broken = false;
        await archive.AppendAsync([Sample(2)], CancellationToken.None);

        Assert.Equal(["0", "2"], Texts(archive));
        Assert.Equal(1, archive.FailedGroups);
    }

    [Fact]
    public async Task ManyWriters_ShareFlushes()
    {
        var flushes = 0;
        await using var archive = SegmentArchive.Open(folder.Path, new ArchiveOptions(), TimeProvider.System, file =>
        {
            Interlocked.Increment(ref flushes);
            RandomAccess.FlushToDisk(file);
        });
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => archive.AppendAsync([Sample(i)], CancellationToken.None)));

        Assert.Equal(1000, archive.Records);
        Assert.InRange(flushes, 2, 200);
    }

    [Fact]
    public async Task CheckpointAtTheEndOfASealedSegment_WaitsForTheNextRecord()
    {
        await using (var archive = Open(new ArchiveOptions { SegmentBytes = 64 * 1024 }))
        {
            for (var i = 0; i < 3; i++)
                await archive.AppendAsync([Sample(i, 40_000)], CancellationToken.None);
        }

        File.Delete(folder["000002.seg"]);
        await using var opened = Open();
        var endOfFirst = new ArchivePosition(1, opened.Segment(1)!.Bytes);
        var wait = opened.WaitBeyondAsync(endOfFirst, CancellationToken.None);
        await Task.Delay(30);
        Assert.False(wait.IsCompleted);
        await opened.AppendAsync([Sample(7)], CancellationToken.None);
        await wait;
        Assert.Equal("7", Text(opened.Read(endOfFirst).Single()));
    }

    [Theory]
    [InlineData("000001:64", 1, 64)]
    [InlineData("1234567:9", 1234567, 9)]
    public void Position_ParsesWhatItWrites(string text, int segment, long offset)
    {
        Assert.True(ArchivePosition.TryParse(text, out var position));
        Assert.Equal(new ArchivePosition(segment, offset), position);
        Assert.Equal(text, position.ToString());
        Assert.False(ArchivePosition.TryParse("1", out _));
        Assert.False(ArchivePosition.TryParse("a:1", out _));
    }

    [Fact]
    public void Root_HasTheShapeOfRfc6962()
    {
        var tree = new MerkleStack();
        Assert.Equal(SHA256.HashData([]), tree.Root());
        var leaves = Enumerable.Range(0, 5).Select(i => MerkleStack.Leaf([(byte)i])).ToList();
        leaves.ForEach(tree.Add);
        static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

        Assert.Equal(SHA256.HashData([0, 0]), leaves[0]);
        Assert.Equal(Node(Node(Node(leaves[0], leaves[1]), Node(leaves[2], leaves[3])), leaves[4]), tree.Root());
    }

    private static ArchiveOptions Small => new() { SegmentBytes = 64 * 1024, GroupWindow = TimeSpan.Zero };

    private SegmentArchive Open(ArchiveOptions? options = null) => SegmentArchive.Open(folder.Path, options ?? new ArchiveOptions { GroupWindow = TimeSpan.Zero }, TimeProvider.System);

    private async Task<long[]> WriteThreeAsync()
    {
        await using var archive = Open();
        await archive.AppendAsync([Sample(0), Sample(1), Sample(2)], CancellationToken.None);
        return [.. archive.Read(ArchivePosition.Start).Select(r => r.Next.Offset)];
    }

    private void Restore(byte[] segment)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(folder.Path))
            File.Delete(file);
        File.WriteAllBytes(folder["000001.seg"], segment);
    }

    private static Stretch Sample(int number, int length = 0)
    {
        var text = System.Text.Encoding.ASCII.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadRight(length, '.'));
        return new Stretch(TestClock.Noon + Duration.FromSeconds(number), "127.0.0.1:5000", 1, StretchCut.NoFrameStart, SourceAuthentication.NotJudged, text);
    }

    private static IEnumerable<string> Texts(SegmentArchive archive) => archive.Read(ArchivePosition.Start).Select(Text);

    private static string Text(ArchiveRecord record) => System.Text.Encoding.ASCII.GetString(record.Bytes.Span);
}
