using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Signals.Exceedance;
using Qingshan.Signals.Signals;
using Qingshan.Signals.Tests.Signals;
using Qingshan.TestKit.Rules;

namespace Qingshan.Signals.Tests.Exceedance;

/// <summary>A station whose readings are stored and watched, in time or late.</summary>
internal sealed class LateScene
{
    private readonly RulesBench bench = new();
    private readonly SignalRows rows;
    private readonly SignalWriter writer;
    private readonly LateReadings late;
    private ExceedanceWatch watch = Readings.Watch;

    public LateScene()
    {
        rows = new SignalRows(bench.Record);
        writer = new SignalWriter(new SignalAppender(bench.Record, bench.Time), bench.Directory, bench.Time);
        late = new LateReadings(Stored, new SignalQueries(rows), writer);
    }

    public StoredReadings Stored { get; } = new();

    public IReadOnlyList<SignalRow> Rows => rows.All;

    /// <summary>Readings that come in time.</summary>
    public async Task ReadAsync(params WatchedReading[] readings)
    {
        foreach (var reading in readings)
        {
            Stored.Add(reading);
            (watch, var findings) = watch.Step(ExceedanceRule.Current, Readings.Limit, reading);
            foreach (var finding in findings)
                await writer.WriteAsync(finding.Signal, ExceedanceRule.Current, Works.Watched, finding.Measured, late: false, CancellationToken.None);
        }
    }

    /// <summary>Readings that lie before the newest one, each by itself.</summary>
    public async Task LateAsync(params WatchedReading[] readings)
    {
        foreach (var reading in readings)
            await TogetherLateAsync(reading);
    }

    /// <summary>Late readings in one batch.</summary>
    public async Task TogetherLateAsync(params WatchedReading[] readings)
    {
        foreach (var reading in readings)
            Stored.Add(reading);
        watch = await late.RunAgainAsync(
            ExceedanceRule.Current, Works.Watched, watch, readings.Min(reading => reading.At), readings.Max(reading => reading.At), CancellationToken.None);
    }

    /// <summary>States an event that runs from one minute to another, as a detector would that reads on time.</summary>
    public Task StateAsync(double first, double last) => writer.WriteAsync(
        SignalIdentity.Of("EX-01", Works.Mn, "w20117", Readings.Minute(first)), ExceedanceRule.Current, Works.Watched,
        Readings.Run([.. Enumerable.Range(0, (int)(last - first) + 1).Select(minute => Readings.At(first + minute, 1m))]).Watch.Event!, late: false, CancellationToken.None);

    /// <summary>Takes readings out again, as a correction by the sender would.</summary>
    public void Forget(params Instant[] at)
    {
        foreach (var instant in at)
            Stored.Forget(instant);
    }

    public Task<Signal> SignalAsync(double startMinute) => bench.StateAsync<Signal>(StreamOf(startMinute));

    public async Task<IReadOnlyList<Measured>> MeasuredAsync(double startMinute) =>
    [
        .. (await bench.BodiesAsync(StreamOf(startMinute))).Select(body => body switch
        {
            SignalRaised raised => raised.Measured,
            SignalAmended amended => amended.Measured,
            _ => null,
        }).OfType<Measured>(),
    ];

    private static StreamId StreamOf(double startMinute) => new(Signal.Kind, SignalIdentity.Of("EX-01", Works.Mn, "w20117", Readings.Minute(startMinute)));
}
