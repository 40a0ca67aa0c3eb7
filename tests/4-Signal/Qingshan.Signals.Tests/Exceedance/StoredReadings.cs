using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Exceedance;

namespace Qingshan.Signals.Tests.Exceedance;

/// <summary>Readings of one object as the store gives them, and how much of them was read.</summary>
internal sealed class StoredReadings : IObservations
{
    private readonly SortedDictionary<Instant, WatchedReading> stored = [];

    /// <summary>How often a series was asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>How many points were given.</summary>
    public int Given { get; private set; }

    public void Add(WatchedReading reading) => stored[reading.At] = reading;

    public void Forget(Instant at) => stored.Remove(at);

    public IReadOnlyList<SeriesPoint> Series(string mn, int command, string factor, Hj212Statistic statistic, Instant from, Instant to)
    {
        List<SeriesPoint> points =
        [
            .. stored.Values.Where(reading => reading.At >= from && reading.At < to).Select(reading => new SeriesPoint(
                reading.At, reading.Value, "", reading.Mark, ArchivePosition.TryParse(reading.Frame, out var position) ? position : throw new FormatException(reading.Frame), 0)),
        ];
        Asked++;
        Given += points.Count;
        return points;
    }

    public IReadOnlyList<LatestPoint> Latest(string mn) => throw new NotSupportedException();

    public EvidenceSlice Slice(string mn, Instant from, Instant to) => throw new NotSupportedException();

    public IReadOnlyList<QuarantinedStretch> Quarantined(int limit, string? mn = null, ArchivePosition? before = null) => throw new NotSupportedException();

    public ArchiveRecord? Raw(ArchivePosition position) => throw new NotSupportedException();
}
