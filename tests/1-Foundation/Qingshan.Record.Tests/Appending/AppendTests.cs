using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Record.Tests.Appending;

public sealed class AppendTests : IAsyncLifetime, IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly HandClock clock = new();
    private SqliteRecord record = null!;

    public Task InitializeAsync()
    {
        record = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView()));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await record.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Append_TwoEntries_ReadBack()
    {
        var receipt = await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("甲"), new SampleNoted("n", 3)));
        Assert.Equal(new Receipt(0, 2, clock.Now, "result of k1", Repeated: false), receipt);
        var history = await record.ReadAsync(Sample.Stream("a"));
        Assert.Equal([new SampleOpened("甲"), new SampleNoted("n", 3)], history.Entries.Select(e => e.Body));
        Assert.Equal([(0L, 1L), (1L, 2L)], history.Entries.Select(e => (e.Position, e.Version)));
        Assert.All(history.Entries, e => Assert.Equal((Sample.Inspector, clock.Now, Instant.FromUtc(2026, 3, 2, 1, 0)), (e.By, e.RecordedAt, e.OccurredAt)));
        Assert.Equal(2, record.Count);
        Assert.Equal([new SampleRow("a", "甲", 3, 2, clock.Now)], record.Query<SampleRow>("SELECT * FROM sample_list"));
    }

    [Fact]
    public async Task Append_StaleVersion_RefusedWithBothVersions()
    {
        await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("a")));
        var refusal = await record.RefusedAsync("k2", Sample.Change("a", 0, new SampleNoted("n", 1)));
        Assert.Equal("record.stale", refusal!.Reason.Code);
        Assert.Equal("Somebody changed this meanwhile (sample/a is at version 1, you worked on 0). Look at the newest state and try again; what you typed is kept.", refusal.En);
        Assert.Equal(1, record.Count);
    }

    [Fact]
    public async Task Append_SameKey_SameReceiptOnce()
    {
        var first = await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("a")));
        clock.Now += Duration.FromHours(1);
        var again = await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("a")));
        Assert.Equal(first with { Repeated = true }, again);
        Assert.Equal(1, record.Count);
        Assert.Equal(again, await record.FindReceiptAsync("k1", "f-k1"));
        Assert.Null(await record.FindReceiptAsync("k1", "other"));
        Assert.Null(await record.FindReceiptAsync("k2", "f-k1"));
    }

    [Fact]
    public async Task Append_SameKeyOtherContent_Refused()
    {
        await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("a")));
        var outcome = await record.AppendAsync(Sample.Decide("k1", Sample.Change("b", 0, new SampleOpened("b"))) with { Fingerprint = "other" });
        Assert.Equal("record.key-reused", outcome.Refusal!.Reason.Code);
        Assert.False((await record.ReadAsync(Sample.Stream("b"))).Exists);
    }

    [Fact]
    public async Task Append_SeveralStreams_AllOrNone()
    {
        await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("a")));
        Assert.Equal("record.stale", (await record.RefusedAsync("k2", Sample.Change("b", 0, new SampleOpened("b")), Sample.Change("a", 0, new SampleNoted("n", 1))))!.Reason.Code);
        Assert.False((await record.ReadAsync(Sample.Stream("b"))).Exists);
        var receipt = await record.AppendAsync("k3", Sample.Change("b", 0, new SampleOpened("b")), Sample.Change("a", 1, new SampleNoted("n", 1)));
        Assert.Equal((1L, 2), (receipt.FirstPosition, receipt.Count));
        Assert.Equal(2, record.Query<long>("SELECT count(*) FROM sample_list")[0]);
    }

    [Fact]
    public async Task Append_FaultInGroup_OthersPass()
    {
        await record.AppendAsync("k0", Sample.Change("a", 0, new SampleOpened("a")));
        var good = Enumerable.Range(0, 50).Select(i => record.AppendAsync(Sample.Decide($"g{i}", Sample.Change($"s{i}", 0, new SampleOpened("s"))))).ToList();
        var stale = Enumerable.Range(0, 50).Select(i => record.AppendAsync(Sample.Decide($"t{i}", Sample.Change("a", 9, new SampleNoted("n", 1))))).ToList();
        var faulty = record.AppendAsync(Sample.Decide("f", Sample.Change("c", 0, new SampleOpened("c"), new SampleNoted("fault", 1))));
        Assert.Equal("planted fault", (await Assert.ThrowsAsync<InvalidOperationException>(() => faulty)).Message);
        Assert.All(await Task.WhenAll(stale), o => Assert.Equal("record.stale", o.Refusal!.Reason.Code));
        var positions = (await Task.WhenAll(good)).Select(o => o.Require().FirstPosition).ToList();
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), positions.Order());
        Assert.Equal(51, record.Query<long>("SELECT count(*) FROM sample_list")[0]);
        Assert.False((await record.ReadAsync(Sample.Stream("c"))).Exists);
    }

    [Fact]
    public async Task Append_UnfitText_Malformed()
    {
        // An attribute cannot hold a lone surrogate, so these are not inline data.
        foreach (var (text, problem) in new[] { ("a\0b", "NUL character in a text"), ("a\ud800", "lone surrogate in a text"), ("\udc00\ud800", "lone surrogate in a text") })
        {
            var refusal = await record.RefusedAsync("k", Sample.Change("a", 0, new SampleOpened(text)));
            Assert.Equal(("record.malformed", $"记录内容不符合格式：{problem}。"), (refusal!.Reason.Code, refusal.Zh));
        }
    }

    [Fact]
    public async Task Append_BadForm_Malformed()
    {
        StreamChange opened = Sample.Change("a", 0, new SampleOpened("a"));
        foreach (var bad in new[]
        {
            Sample.Decide("", opened), Sample.Decide(new('k', 129), opened), Sample.Decide("k"), Sample.Decide("k", opened with { Entries = [] }), Sample.Decide("k", opened, opened),
            Sample.Decide("k", opened with { Stream = new("sample", "a/b") }), Sample.Decide("k", opened with { Stream = default }), Sample.Decide("k\0", opened),
        })
        {
            Assert.Equal("record.malformed", (await record.AppendAsync(bad)).Refusal!.Reason.Code);
        }

        Assert.Equal("record.too-large", (await record.RefusedAsync("k", Sample.Change("a", 0, new SampleOpened(new('x', 1 << 20)))))!.Reason.Code);
        Assert.Equal(0, record.Count);
    }

    [Fact]
    public async Task Append_ClockRunsBack_RecordingTimeDoesNot()
    {
        var later = clock.Now;
        await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("a")));
        clock.Now -= Duration.FromHours(2);
        var receipt = await record.AppendAsync("k2", Sample.Change("b", 0, new SampleOpened("b")));
        Assert.Equal(later, receipt.RecordedAt);
    }

    [Fact]
    public async Task Read_AsKnownAt_ShowsThatTime()
    {
        await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("a")));
        var then = clock.Now;
        clock.Now += Duration.FromMilliseconds(1);
        await record.AppendAsync("k2", Sample.Change("a", 1, new SampleNoted("n", 1)));
        Assert.Equal(0, (await record.ReadAsync(Sample.Stream("a"), then - Duration.FromMilliseconds(1))).Version);
        Assert.Equal(1, (await record.ReadAsync(Sample.Stream("a"), then)).Version);
        Assert.Equal(2, (await record.ReadAsync(Sample.Stream("a"), clock.Now)).Version);
    }

    [Fact]
    public async Task Append_Cancelled_NeverApplied()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => record.AppendAsync(Sample.Decide("k", Sample.Change("a", 0, new SampleOpened("a"))), cancelled.Token));
        await record.AppendAsync("k2", Sample.Change("b", 0, new SampleOpened("b")));
        Assert.False((await record.ReadAsync(Sample.Stream("a"))).Exists);
    }

    [Fact]
    public async Task Append_AfterClose_Refused()
    {
        await record.DisposeAsync();
        Assert.Equal("record.closed", (await record.RefusedAsync("k", Sample.Change("a", 0, new SampleOpened("a"))))!.Reason.Code);
    }

    [Fact]
    public async Task Committed_Group_EntriesInOrder()
    {
        var seen = new List<long>();
        record.Committed += entries => seen.AddRange(entries.Select(e => e.Position));
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => record.AppendAsync($"k{i}", Sample.Change($"s{i}", 0, new SampleOpened("s"), new SampleNoted("n", 1)))));
        Assert.Equal(Enumerable.Range(0, 600).Select(i => (long)i), seen);
        var all = new List<Entry>();
        await foreach (var entry in record.ReadAllAsync(10))
            all.Add(entry);
        Assert.Equal(Enumerable.Range(10, 590).Select(i => (long)i), all.Select(e => e.Position));
    }

    [Fact]
    public async Task Outbox_Message_StaysUntilDelivered()
    {
        await record.AppendAsync(Sample.Decide("k", Sample.Change("a", 0, new SampleOpened("a"))) with { Outbox = [new("notice", "x"), new("notice", "y")] });
        await record.RefusedAsync("k2", Sample.Change("a", 0, new SampleOpened("a")));
        Assert.Equal([new OutboxItem(1, "notice", "x"), new(2, "notice", "y")], record.Undelivered(10));
        await record.DeliveredAsync(1);
        Assert.Equal([new OutboxItem(2, "notice", "y")], record.Undelivered(10));
    }

    [Fact]
    public async Task Open_Again_GoesOn()
    {
        await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("a")));
        Assert.Throws<IOException>(() => SqliteRecord.Open(Sample.Options(folder, clock)));
        await record.DisposeAsync();
        record = SqliteRecord.Open(Sample.Options(folder, clock, new SampleView()));
        Assert.True((await record.AppendAsync("k1", Sample.Change("a", 0, new SampleOpened("a")))).Repeated);
        var receipt = await record.AppendAsync("k2", Sample.Change("a", 1, new SampleNoted("n", 1)));
        Assert.Equal(1, receipt.FirstPosition);
        Assert.Equal([new SampleRow("a", "a", 1, 2, clock.Now)], record.Query<SampleRow>("SELECT * FROM sample_list"));
    }
}
