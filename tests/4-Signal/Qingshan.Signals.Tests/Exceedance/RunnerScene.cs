using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Detectors;
using Qingshan.Signals.Exceedance;
using Qingshan.Signals.Signals;
using Qingshan.Signals.Tests.Signals;
using Qingshan.TestKit.Rules;

namespace Qingshan.Signals.Tests.Exceedance;

/// <summary>The detector as it runs, over a feed and a record that a test commands. Its checkpoints outlive it.</summary>
internal sealed class RunnerScene : IObservationFeed, IRecord, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("detector-").FullName;
    private readonly RulesBench bench = new();
    private readonly SignalRows rows;
    private Channel<ObservedBatch> batches = Channel.CreateUnbounded<ObservedBatch>();
    private ExceedanceRunner? runner;

    public RunnerScene() => rows = new SignalRows(bench.Record);

    public event Action<IReadOnlyList<Entry>>? Committed
    {
        add => bench.Record.Committed += value;
        remove => bench.Record.Committed -= value;
    }

    public StoredReadings Stored { get; } = new();

    public IReadOnlyList<SignalRow> Rows => rows.All;

    public Qingshan.TestKit.FakeTime Time => bench.Time;

    public ArchivePosition StoredUpTo { get; set; }

    public ArchivePosition SeenUpTo => runner!.SeenUpTo;

    /// <summary>What the record answers before it takes anything; null: it takes it.</summary>
    public Func<Task<Refusal?>> Obstacle { get; set; } = () => Task.FromResult<Refusal?>(null);

    public long Count => bench.Record.Count;

    public DetectorStore Checkpoints => new(Path.Combine(folder, "detectors.db"));

    public async Task StartAsync()
    {
        batches = Channel.CreateUnbounded<ObservedBatch>();
        var writer = new SignalWriter(new SignalAppender(this, bench.Time), bench.Directory, bench.Time);
        runner = new ExceedanceRunner(
            this, new Works(), writer, new LateReadings(Stored, new SignalQueries(rows), writer), Checkpoints, bench.Time, NullLogger<ExceedanceRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
    }

    public async Task StopAsync()
    {
        await runner!.StopAsync(CancellationToken.None);
        runner.Dispose();
    }

    /// <summary>Hands over frames of one reading of each factor, received by the clock of now, and waits until they are seen.</summary>
    public async Task FeedAsync(params WatchedReading[] readings)
    {
        Give(readings);
        var next = Next(readings[^1]);
        await UntilAsync(() => SeenUpTo >= next);
    }

    public void Give(params WatchedReading[] readings)
    {
        foreach (var reading in readings)
            Stored.Add(reading);
        Give(new ObservedBatch([.. readings.Select(Frame)], Next(readings[^1])));
    }

    /// <summary>Hands over the same readings as frames of another command (2051 minutes, 2061 hours, 2031 days) and waits until they are seen.</summary>
    public async Task FeedAsAsync(int command, params WatchedReading[] readings)
    {
        var next = Next(readings[^1]);
        Give(new ObservedBatch([.. readings.Select(reading => Frame(reading) with { Command = command })], next));
        await UntilAsync(() => SeenUpTo >= next);
    }

    public void Give(ObservedBatch batch) => batches.Writer.TryWrite(batch);

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(5, patience.Token);
    }

    public async IAsyncEnumerable<ObservedBatch> FollowAsync(ArchivePosition from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
            yield return batch;
    }

    public async Task<Outcome<Receipt>> AppendAsync(Decision decision, CancellationToken cancel = default) =>
        await Obstacle() is { } refusal ? refusal : await bench.Record.AppendAsync(decision, cancel);

    public ValueTask<Receipt?> FindReceiptAsync(string key, string fingerprint, CancellationToken cancel = default) => bench.Record.FindReceiptAsync(key, fingerprint, cancel);

    public ValueTask<StreamHistory> ReadAsync(StreamId stream, Instant? knownAt = null, CancellationToken cancel = default) => bench.Record.ReadAsync(stream, knownAt, cancel);

    public IAsyncEnumerable<Entry> ReadAllAsync(long fromPosition = 0, CancellationToken cancel = default) => bench.Record.ReadAllAsync(fromPosition, cancel);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static ArchivePosition Next(WatchedReading reading) => Position(reading) with { Offset = Position(reading).Offset + 1 };

    private static ArchivePosition Position(WatchedReading reading) =>
        ArchivePosition.TryParse(reading.Frame, out var position) ? position : throw new FormatException(reading.Frame);

    private ObservedFrame Frame(WatchedReading reading) => new(
        Position(reading), Next(reading), bench.Now, Works.Mn, Works.Station, "192.0.2.1:1", SourceAuthentication.Password, 2011, reading.At, false,
        [.. new[] { Works.Nickel, Works.Copper }.Select(limit => new ObservedReading(limit.Factor, Hj212Statistic.RealTime, reading.Value, "", reading.Mark))], "");
}
