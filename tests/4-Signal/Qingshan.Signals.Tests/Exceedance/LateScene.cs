using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Exceedance;
using Qingshan.Signals.Signals;
using Qingshan.TestKit.Rules;

namespace Qingshan.Signals.Tests.Exceedance;

/// <summary>A station whose readings are stored and watched, in time or late.</summary>
internal sealed class LateScene : IObservations, IViewReader
{
    private readonly RulesBench bench = new();
    private readonly WatchedObject watched;
    private readonly SignalWriter writer;
    private readonly LateReadings late;
    private readonly SortedDictionary<Instant, WatchedReading> stored = [];
    private ExceedanceWatch watch = new("mg/L");

    public LateScene()
    {
        var limit = new DischargeLimit("w20117", Readings.Limit, "mg/L", "许可证");
        var outlet = new Outlet("DW001", "排口", "outlet", "water", [limit]);
        var station = new Station("330900DE0000000000000001", "firm", "DW001", "32", "123456", [], false, 122, 30);
        var firm = new Enterprise("firm", "示范厂", "Firm", "", "", TownDirectory.City, "", "", 122, 30, true, true, true, [outlet], []);
        watched = new WatchedObject(station, firm, outlet, limit, SourceAuthentication.Password);
        writer = new SignalWriter(bench.Record, bench.Directory, bench.Time);
        late = new LateReadings(this, new SignalQueries(this), writer);
    }

    public IReadOnlyList<SignalRow> Rows => [.. Signals().Select(Row)];

    /// <summary>Readings that come in time.</summary>
    public async Task ReadAsync(params WatchedReading[] readings)
    {
        foreach (var reading in readings)
        {
            stored[reading.At] = reading;
            (watch, var findings) = watch.Step(ExceedanceRule.Current, Readings.Limit, reading);
            foreach (var finding in findings)
                await writer.WriteAsync(ExceedanceRule.Current, watched, finding.Measured, late: false, CancellationToken.None);
        }
    }

    /// <summary>Readings that lie before the newest one.</summary>
    public async Task LateAsync(params WatchedReading[] readings)
    {
        foreach (var reading in readings)
        {
            stored[reading.At] = reading;
            watch = await late.RunAgainAsync(ExceedanceRule.Current, watched, watch, reading.At, CancellationToken.None);
        }
    }

    /// <summary>Takes readings out again, as a correction by the sender would.</summary>
    public void Forget(params Instant[] at)
    {
        foreach (var instant in at)
            stored.Remove(instant);
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

    public IReadOnlyList<SeriesPoint> Series(string mn, int command, string factor, Hj212Statistic statistic, Instant from, Instant to) =>
    [
        .. stored.Values.Where(reading => reading.At >= from && reading.At < to)
            .Select(reading => new SeriesPoint(reading.At, reading.Value, "", reading.Mark, ArchivePosition.Start, 0)),
    ];

    public IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null) => [.. Rows.Cast<TRow>()];

    public IReadOnlyList<LatestPoint> Latest(string mn) => throw new NotSupportedException();

    public EvidenceSlice Slice(string mn, Instant from, Instant to) => throw new NotSupportedException();

    public IReadOnlyList<QuarantinedStretch> Quarantined(int limit, string? mn = null, ArchivePosition? before = null) => throw new NotSupportedException();

    public ArchiveRecord? Raw(ArchivePosition position) => throw new NotSupportedException();

    private StreamId StreamOf(double startMinute) => new(Signal.Kind, SignalIdentity.Of("EX-01", watched.Station.Mn, "w20117", Readings.Minute(startMinute)));

    private IEnumerable<Signal> Signals() =>
        bench.Record.ReadAllAsync().ToBlockingEnumerable().Select(entry => entry.Stream).Distinct().ToList()
            .Select(stream => new StreamHistory(stream, [.. bench.Record.ReadAllAsync().ToBlockingEnumerable().Where(entry => entry.Stream == stream)]).Fold<Signal>());

    private static SignalRow Row(Signal signal)
    {
        var (raised, measured) = (signal.Raised!, signal.Measured!);
        return new SignalRow(
            signal.Stream.Key, signal.State.ToString(), raised.Rule, raised.Enterprise, raised.Outlet, raised.Station, raised.Factor, raised.Division, signal.Lead, "",
            raised.Limit.ToString(), measured.Peak.ToString(), ViewTime.Text(measured.StartedAt), ViewTime.Text(measured.LastAt), "", measured.Ended, 0, signal.Version);
    }
}
