using Qingshan.Record.Entries;
using Qingshan.Record.Storage;
using Qingshan.Record.Views;

namespace Qingshan.Record.Tests.Views;

public sealed class ViewRebuildTests : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly HandClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Rebuild_WhileAppending_EqualsLive()
    {
        await using var record = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView()));
        await AppendManyAsync(record, 0, 1000);
        var appending = AppendManyAsync(record, 1000, 600);
        var reports = new List<long>();
        await record.RebuildAsync("sample_list", new Reports(reports));
        await appending;
        var live = record.Query<SampleRow>("SELECT * FROM sample_list ORDER BY id");
        Assert.Equal(1600, live.Count);
        await record.RebuildAsync("sample_list");
        Assert.Equal(live, record.Query<SampleRow>("SELECT * FROM sample_list ORDER BY id"));
        Assert.True(reports.Count >= 7);
        Assert.Equal(["sample_list__3"], Tables(record));
    }

    [Fact]
    public async Task Open_ChangedVersion_RebuiltBesideAppends()
    {
        await using (var old = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView())))
            await AppendManyAsync(old, 0, 700);
        await using var record = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView(version: 2)));
        await AppendManyAsync(record, 700, 100);
        await record.ViewsReady;
        Assert.Equal(800, record.Query<long>("SELECT count(*) FROM sample_list WHERE title = 't!'")[0]);
        Assert.Equal(["sample_list__2"], Tables(record));
    }

    [Fact]
    public async Task Open_WithoutView_CatchesUpLater()
    {
        await using (var with = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView())))
            await AppendManyAsync(with, 0, 10);
        await using (var without = SqliteRecord.Open(Sample.Options(folder, clock)))
            await AppendManyAsync(without, 10, 10);
        await using var record = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView()));
        await record.ViewsReady;
        Assert.Equal(20, record.Query<long>("SELECT count(*) FROM {sample_list}")[0]);
        Assert.Equal(["sample_list__1"], Tables(record));
    }

    [Fact]
    public async Task Open_ViewThatCannotBeBuilt_IsTold_AndAppendsGoOn()
    {
        await using (var without = SqliteRecord.Open(Sample.Options(folder, clock)))
            await without.AppendAsync("k", Sample.Change("s", 0, new SampleOpened("t"), new SampleNoted("fault", 1)));
        var faults = new List<string>();
        await using var record = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView()) with { OnFault = fault => faults.Add(fault.Message) });
        await Assert.ThrowsAsync<InvalidOperationException>(() => record.ViewsReady);
        Assert.Equal(["View sample_list cannot be built: planted fault"], faults);
        Assert.Equal(2, (await record.AppendAsync("k2", Sample.Change("s", 2, new SampleNoted("n", 1)))).FirstPosition);
    }

    [Fact]
    public async Task Dispose_WhileAViewIsBehind_IsNoFault_AndGoesOnLater()
    {
        await using (var without = SqliteRecord.Open(Sample.Options(folder, clock)))
            await AppendManyAsync(without, 0, 700);
        await using (SqliteRecord.Open(Sample.Options(folder, clock, new SampleView())))
        {
            // Closed at once: what the build has not seen yet it sees at the next opening.
        }

        await using var record = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView()));
        await record.ViewsReady;
        Assert.Equal(700, record.Query<long>("SELECT count(*) FROM sample_list")[0]);
    }

    [Fact]
    public async Task Query_Rows_Mapped()
    {
        await using var record = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView()));
        await AppendManyAsync(record, 0, 3);
        Assert.Equal([("s0", 5), ("s2", 5)], record.Query<(string, int)>("SELECT id, weight FROM sample_list WHERE id IN (SELECT value FROM json_each(@ids)) ORDER BY id", new { ids = new[] { "s0", "s2" } }));
        Assert.Equal([clock.Now], record.Query<NodaTime.Instant>("SELECT recorded_at FROM sample_list WHERE id = @id AND (@none IS NULL)", new Dictionary<string, object?> { ["id"] = "s1", ["none"] = null }));
        Assert.Equal([null], record.Query<int?>("SELECT NULL"));
        Assert.Equal([("", 0L)], record.Query<(string, long)>("SELECT @text, length(@bytes)", new { text = "", bytes = Array.Empty<byte>() }));
        Assert.Throws<InvalidOperationException>(() => record.Query<SampleRow>("SELECT id FROM sample_list"));
        Assert.ThrowsAny<Exception>(() => record.Query<long>("DELETE FROM entry RETURNING position"));
        Assert.Equal(6, record.Count);
    }

    [Fact]
    public void Open_BadViews_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => SqliteRecord.Open(Sample.Options(folder, clock, new SampleView(), new SampleView())));
        Assert.Throws<InvalidOperationException>(() => SqliteRecord.Open(Sample.Options(folder, clock, new NamedView("Entry"))));
        Assert.Throws<InvalidOperationException>(() => SqliteRecord.Open(Sample.Options(folder, clock, new NamedView("entry"))));
    }

    [Fact]
    public async Task Rebuild_CommitFails_TheLiveBuildGoesOn()
    {
        FailingStore store = null!;
        await using var record = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView()), path => store = new(SqliteStore.OpenWriter(path)));
        await AppendManyAsync(record, 0, 1);
        store.Full = true;
        await Assert.ThrowsAsync<IOException>(() => record.RebuildAsync("sample_list"));
        store.Full = false;
        await AppendManyAsync(record, 1, 1);
        Assert.Equal(["s0", "s1"], record.Query<string>("SELECT id FROM sample_list ORDER BY id"));
        await record.RebuildAsync("sample_list");
        await AppendManyAsync(record, 2, 1);
        Assert.Equal(["s0", "s1", "s2"], record.Query<string>("SELECT id FROM sample_list ORDER BY id"));
    }

    private static Task<Receipt[]> AppendManyAsync(SqliteRecord record, int from, int count) => Task.WhenAll(Enumerable.Range(from, count)
        .Select(i => record.AppendAsync($"k{i}", Sample.Change($"s{i}", 0, new SampleOpened("t"), new SampleNoted("n", 5)))));

    private static IReadOnlyList<string> Tables(SqliteRecord record) =>
        record.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'sample%' ORDER BY name");

    private sealed class Reports(List<long> seen) : IProgress<(long Position, long Count)>
    {
        public void Report((long Position, long Count) value) => seen.Add(value.Position);
    }

    private sealed class NamedView(string table) : IView
    {
        public string Name => "named";

        public int Version => 1;

        public IReadOnlyList<string> Tables => [table];

        public string Schema => "";

        public void Project(Entry entry, IViewWriter writer)
        {
        }
    }
}
