using NodaTime;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Tests.Accounting;

public sealed class AccountingTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Sums_Hold_BeforeDecoding_AfterIt_AndAfterACrash()
    {
        var now = TestClock.Noon;
        var good = Frames.RealTime(TestRegistry.Plating, now, "2.60");
        var late = Frames.RealTime(TestRegistry.Plating, now - Duration.FromHours(3), "2.50");
        var future = Frames.RealTime(TestRegistry.Plating, now + Duration.FromHours(2), "2.50");
        await using (var site = Site.Open(folder.Path, follow: false))
        {
            await site.SendAsync(Frames.Join("noise"u8.ToArray(), good, good, late, future, Frames.Damaged(good)));
            var report = site.Accounting;
            Assert.Equal((6L, 6L, 0L), (report.Received, report.Pending, report.Decoded));
            Assert.True(report.Balanced);
        }

        // The store's file is lost in the crash: everything comes again from the archive.
        foreach (var rebuilt in new[] { false, true })
        {
            if (rebuilt)
                System.IO.Directory.EnumerateFiles(folder.Path, "observations.db*").ToList().ForEach(File.Delete);
            await using var site = Site.Open(folder.Path);
            await site.SettleAsync();
            var report = site.Accounting;
            Assert.Equal((6L, 0L, 4L, 2L), (report.Received, report.Pending, report.Decoded, report.Stored));
            Assert.Equal(new Dictionary<string, long> { ["sensing.crc"] = 1, ["sensing.no-frame-start"] = 1 }, report.Rejected);
            Assert.Equal(new Dictionary<string, long> { ["sensing.duplicate"] = 1, ["sensing.time-future"] = 1 }, report.Withheld);
            Assert.Equal((2L, 1L, 1L), (report.ObservationsStored, report.ObservationsLate, report.ObservationsMerged));
            Assert.True(report.Balanced);
        }
    }

    [Fact]
    public async Task Sums_Hold_ForAnswersSplitsAndPeriodsToo()
    {
        var station = TestRegistry.Plating;
        byte[] Of(string fields) => Frames.Of($"QN=20260511115901000;{fields.Replace("~", $"PW={station.Password};MN={station.Mn};Flag=4;", StringComparison.Ordinal)}");
        await using var site = Site.Open(folder.Path);
        await site.SendAsync(Frames.Join(
            Of("ST=32;CN=2051;~CP=&&DataTime=20260511110000;w20117-Min=1,w20117-Avg=2,w20117-Max=3,w20117-Flag=N&&"),
            Of("ST=32;CN=2031;~CP=&&DataTime=20260510000000;w20117-Avg=2,w20117-Cou=9,w20117-Flag=N&&"),
            Of("ST=91;CN=9011;~CP=&&QnRtn=1&&"),
            Of("ST=91;CN=9012;~CP=&&ExeRtn=1&&"),
            Of("ST=32;CN=2061;~PNUM=2;PNO=1;CP=&&DataTime=20260511110000;w20117-Avg=2&&"),
            Of("ST=32;CN=2061;~PNUM=2;PNO=2;CP=&&w01018-Avg=2&&")));
        await site.SettleAsync();
        var report = site.Accounting;
        Assert.Equal((6L, 0L, 6L, 3L, true), (report.Received, report.Pending, report.Decoded, report.Stored, report.Balanced));
        Assert.Equal(new Dictionary<string, long> { ["sensing.answer"] = 2, ["sensing.split-without-time"] = 1 }, report.Withheld);
        Assert.Equal(6L, report.ObservationsStored);
    }

    [Fact]
    public async Task ArchiveRestoredFromAnOlderBackup_LeadsToAStoreThatAgreesWithIt()
    {
        await using (var site = Site.Open(folder.Path))
        {
            await site.SendAsync(Frames.RealTime(TestRegistry.Plating, TestClock.Noon, "2.60"));
            await site.SendAsync(Frames.RealTime(TestRegistry.Plating, TestClock.Noon - Duration.FromMinutes(1), "2.61"));
            await site.SettleAsync();
        }

        var segment = folder["archive/000001.seg"];
        var second = Archived(segment)[1].Position.Offset;
        File.WriteAllBytes(segment, File.ReadAllBytes(segment)[..(int)second]);
        await using var restored = Site.Open(folder.Path);
        await Site.UntilAsync(() => restored.Store.Checkpoint.Records == 1);
        Assert.Equal((1L, 1L, true), (restored.Accounting.Received, restored.Accounting.Stored, restored.Accounting.Balanced));
    }

    private static List<ArchiveRecord> Archived(string segment)
    {
        using var file = File.OpenHandle(segment);
        var scan = new SegmentScan(file, 1, SegmentFormat.HeaderBytes, RandomAccess.GetLength(file));
        var records = new List<ArchiveRecord>();
        while (scan.Next() is { } record)
            records.Add(record);
        return records;
    }
}
