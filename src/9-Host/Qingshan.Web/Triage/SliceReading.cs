using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Signals;
using Qingshan.Web.Components.Parts;

namespace Qingshan.Web.Triage;

/// <summary>Reads the readings behind a signal, and the hash that will seal them.</summary>
internal sealed class SliceReading(IObservations observations)
{
    private const int RealTimeCommand = 2011;
    private const int HourlyCommand = 2061;
    private static readonly Duration Beside = Duration.FromMinutes(30);
    private static readonly Duration Day = Duration.FromHours(24);
    private static readonly Duration Longest = Duration.FromHours(48);
    private static readonly Duration Instantly = Duration.FromMilliseconds(1);

    /// <summary>The readings of a signal that was raised.</summary>
    /// <param name="knownAt">Leaves out what was received later.</param>
    public MeasuredSlice Read(Signal signal, Instant? knownAt)
    {
        var (raised, measured) = (signal.Raised!, signal.Measured!);
        // An event of weeks is drawn by its last two days; the whole of it stays in the archive.
        var from = Instant.Max(measured.StartedAt, measured.LastAt - Longest);
        var end = measured.LastAt + Instantly;
        var slice = observations.Slice(raised.Station, from, end);
        var known = knownAt is { } instant ? Received(raised.Station, from - Day, end + Day, instant) : null;
        return new(
            Points(raised.Station, RealTimeCommand, raised.Factor, Hj212Statistic.RealTime, from - Beside, end + Beside, known),
            Points(raised.Station, HourlyCommand, raised.Factor, Hj212Statistic.Average, from - Day, end + Day, known),
            slice.Records.Count, slice.Hash, slice.DecoderVersion);
    }

    // The last revision of a time is the one in force.
    private IReadOnlyList<ChartPoint> Points(string mn, int command, string factor, Hj212Statistic statistic, Instant from, Instant to, HashSet<ArchivePosition>? known) =>
    [
        .. observations.Series(mn, command, factor, statistic, from, to)
            .Where(point => point.Value is not null && (known is null || known.Contains(point.Source)))
            .GroupBy(point => point.Time).Select(group => group.Last())
            .Select(point => new ChartPoint(point.Time, point.Value!.Value, point.Mark.Length == 0 ? null : point.Mark)),
    ];

    private HashSet<ArchivePosition> Received(string mn, Instant from, Instant to, Instant knownAt) =>
        observations.Slice(mn, from, to).Records.Where(record => record.ReceivedAt <= knownAt).Select(record => record.Position).ToHashSet();
}
