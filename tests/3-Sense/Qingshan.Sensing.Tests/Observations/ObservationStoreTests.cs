using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;
using Qingshan.Sensing.Observations;

namespace Qingshan.Sensing.Tests.Observations;

public sealed class ObservationStoreTests : IDisposable
{
    private static readonly ObservationRules Rules = ObservationRules.From(new SensingOptions { DataFolder = "." });
    private static readonly string Mn = TestRegistry.Plating.Mn;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AnyInterruption_LeadsToTheSameState()
    {
        await using var archive = await FilledAsync();
        var whole = Fill(archive, "whole.db", int.MaxValue);
        var single = Fill(archive, "single.db", 1);
        var some = Fill(archive, "some.db", 7);

        Assert.Equal(whole, single);
        Assert.Equal(whole, some);
        Assert.Contains("withheld|sensing.duplicate|3", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BatchThatFails_LeavesTheStoreAtItsCheckpoint()
    {
        await using var archive = await FilledAsync();
        var records = archive.Read(ArchivePosition.Start).ToList();
        using (var store = Open("broken.db"))
        {
            store.Apply(Judge(records.Take(5)));
            using (var other = store.OpenForReading())
                other.Execute("CREATE TRIGGER broken BEFORE INSERT ON checkpoint BEGIN SELECT RAISE(ABORT, 'broken'); END");
            Assert.Throws<SqliteException>(() => store.Apply(Judge(records.Skip(5))));
            Assert.Equal(5, store.Checkpoint.Records);
            using (var other = store.OpenForReading())
                other.Execute("DROP TRIGGER broken");
            store.Apply(Judge(records.Skip(5)));
        }

        Assert.Equal(Fill(archive, "whole.db", int.MaxValue), Dump("broken.db"));
    }

    [Fact]
    public async Task OtherVersion_IsBuiltAnew()
    {
        await using var archive = await FilledAsync();
        var whole = Fill(archive, "old.db", int.MaxValue);
        using (var connection = new SqliteConnection($"Data Source={folder["old.db"]}"))
        {
            connection.Open();
            connection.Execute("PRAGMA user_version = 999");
        }

        using (var store = Open("old.db"))
            Assert.Equal(Checkpoint.Start, store.Checkpoint);
        Assert.Equal(whole, Fill(archive, "old.db", int.MaxValue));
    }

    [Fact]
    public async Task Queries_GiveSeriesLatestAndSlice()
    {
        await using var archive = await FilledAsync();
        Fill(archive, "q.db", int.MaxValue);
        using var store = Open("q.db");
        var queries = new ObservationQueries(archive, store);
        var from = TestClock.Noon - Duration.FromMinutes(10);

        var series = queries.Series(Mn, 2011, "w20117", Hj212Statistic.RealTime, from, from + Duration.FromMinutes(3));
        Assert.Equal([(0, "2.60", 0), (1, "2.61", 0), (1, "0.10", 1), (2, "2.62", 0)], series.Select(p => ((int)(p.Time - from).TotalMinutes, p.Text, p.Revision)));
        Assert.Equal(2.60m, series[0].Value);

        var latest = queries.Latest(Mn);
        Assert.Equal([(2011, "2.69"), (2061, "2.65")], latest.Select(l => (l.Command, l.Point.Text)));

        var slice = queries.Slice(Mn, from, from + Duration.FromMinutes(3));
        Assert.Equal(4, slice.Records.Count);
        Assert.All(slice.Records, r => Assert.Equal(r.Hash, Convert.ToHexStringLower(archive.Find(r.Position)!.Hash.Span)));
        Assert.Equal([1], slice.Segments.Select(s => s.Segment));
        Assert.Equal("hj212-2", slice.DecoderVersion);
        Assert.Equal(64, slice.Hash.Length);
        Assert.Empty(queries.Slice("nobody", from, TestClock.Noon).Records);
        Assert.Empty(queries.Series("nobody", 2011, "w20117", Hj212Statistic.RealTime, from, TestClock.Noon));
    }

    [Fact]
    public async Task EveryPeriod_HasASeriesOfItsOwn_AndIsCountedOnce()
    {
        await using var archive = SegmentArchive.Open(folder["periods"], new ArchiveOptions { GroupWindow = TimeSpan.Zero }, TimeProvider.System);
        string[] segments = ["2011;CP=&&DataTime=20260511110000;w20117-Rtd=1&&", .. new[] { "2051", "2061", "2031" }.Select(cn => $"{cn};CP=&&DataTime=20260511110000;w20117-Min=2,w20117-Avg=3,w20117-Max=4,w20117-Cou=5&&")];
        foreach (var segment in segments)
        {
            var frame = Frames.Of($"QN=20260511120005000;ST=32;PW=p4ssw0;MN={Mn};Flag=5;CN={segment}");
            await archive.AppendAsync([new Stretch(TestClock.Noon, "127.0.0.1:1", 1, StretchCut.Frame, SourceAuthentication.Password, frame)], CancellationToken.None);
        }

        var dump = Fill(archive, "periods.db", 1);
        using var store = Open("periods.db");
        var queries = new ObservationQueries(archive, store);
        Hj212Statistic[] statistics = [Hj212Statistic.RealTime, Hj212Statistic.Minimum, Hj212Statistic.Average, Hj212Statistic.Maximum, Hj212Statistic.Total];
        string Of(int command) => string.Join(' ', statistics.Select(statistic =>
            string.Join(',', queries.Series(Mn, command, "w20117", statistic, TestClock.Noon - Duration.FromHours(2), TestClock.Noon).Select(point => point.Text))));
        Assert.Equal(["1    ", " 2 3 4 5", " 2 3 4 5", " 2 3 4 5"], new[] { 2011, 2051, 2061, 2031 }.Select(Of));
        Assert.Contains("readings-stored||13", dump, StringComparison.Ordinal);
    }

    private async Task<SegmentArchive> FilledAsync()
    {
        var archive = SegmentArchive.Open(folder["archive"], new ArchiveOptions { GroupWindow = TimeSpan.Zero }, TimeProvider.System);
        var station = TestRegistry.Plating;
        var minutes = Enumerable.Range(0, 10).Select(i => Frames.RealTime(station, TestClock.Noon - Duration.FromMinutes(10 - i), $"2.{60 + i}")).ToList();
        byte[][] frames =
        [
            .. minutes, .. minutes.Take(3), Frames.RealTime(station, TestClock.Noon - Duration.FromMinutes(9), "0.10"),
            Frames.Damaged(minutes[0]), Hourly(station),
        ];
        foreach (var frame in frames)
        {
            var authentication = Hj212Frame.TryRead(frame, out var read) && read.CrcOk ? SourceAuthentication.Password : SourceAuthentication.NotJudged;
            await archive.AppendAsync([new Stretch(TestClock.Noon, "127.0.0.1:1", 1, StretchCut.Frame, authentication, frame)], CancellationToken.None);
        }

        return archive;
    }

    private static byte[] Hourly(Station station) => Frames.Of(
        $"QN=20260511120005000;ST=32;CN=2061;PW=p4ssw0;MN={station.Mn};Flag=5;CP=&&DataTime=20260511110000;w20117-Avg=2.65,w20117-Flag=N&&");

    /// <summary>Fills a store in batches, each by a store opened anew, and gives its content.</summary>
    private string Fill(SegmentArchive archive, string file, int batch)
    {
        while (true)
        {
            using var store = Open(file);
            var records = archive.Read(store.Checkpoint.Position).Take(batch).ToList();
            if (records.Count == 0)
                break;
            store.Apply(Judge(records));
        }

        return Dump(file);
    }

    private static List<(ArchiveRecord, Verdict)> Judge(IEnumerable<ArchiveRecord> records) =>
        [.. records.Select(r => (r, FrameDecoder.Decode(r, Rules, new TestRegistry().FindStation)))];

    private ObservationStore Open(string file) => new(new ObservationDatabase(folder[file]), "hj212");

    private string Dump(string file)
    {
        using var connection = new SqliteConnection($"Data Source={folder[file]}");
        connection.Open();
        string[] queries =
        [
            "SELECT segment || '|' || offset || '|' || records FROM checkpoint",
            "SELECT o.mn || o.command || o.factor || o.statistic || '|' || span || '|' || points || '|' || hex(data) FROM block b JOIN object o ON o.id = b.object ORDER BY 1",
            "SELECT segment || '|' || offset || '|' || reason || '|' || mn FROM quarantine ORDER BY 1",
            "SELECT segment || '|' || line || '|' || reason || '|' || count FROM tally ORDER BY 1",
        ];
        return string.Join('\n', queries.SelectMany(q => connection.Query<string>(q)));
    }
}
