using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Observations;

namespace Qingshan.Web.Registers;

/// <summary>A station with its last readings.</summary>
/// <param name="Readings">The newest real-time value of each factor.</param>
public sealed record StationSight(Station Station, StationHealth Health, IReadOnlyList<StationValue> Readings);

/// <summary>The newest real-time value of a factor beside its limit.</summary>
/// <param name="Value">Null where the station sent no number.</param>
public sealed record StationValue(string Factor, decimal? Value, string Text, string Unit, string Mark, Instant At, DischargeLimit? Limit)
{
    public bool IsOver => Value is { } value && Limit is { } limit && (value > limit.Value || value < limit.Lower);
}

/// <summary>Reads what stations last sent.</summary>
internal sealed class StationReading(IObservations observations, IRegistry registry, TimeProvider time)
{
    private const int RealTimeCommand = 2011;

    public StationSight Read(Station station)
    {
        var latest = observations.Latest(station.Mn);
        var limits = registry.FindEnterprise(station.Enterprise)?.Outlets.FirstOrDefault(outlet => outlet.Id == station.Outlet)?.Limits ?? [];
        var values = latest.Where(point => point.Command == RealTimeCommand && point.Statistic == Hj212Statistic.RealTime)
            .Select(point => Value(point, limits.FirstOrDefault(limit => limit.Factor == point.Factor)));
        return new(station, Health(latest), [.. values]);
    }

    private StationHealth Health(IReadOnlyList<LatestPoint> latest)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (latest.Count == 0)
            return StationHealth.Of(null, null, now);
        var received = observations.Raw(latest.Max(point => point.Point.Source))?.ReceivedAt;
        return StationHealth.Of(received, latest.Max(point => point.Point.Time), now);
    }

    private static StationValue Value(LatestPoint point, DischargeLimit? limit) => new(
        point.Factor, point.Point.Value, point.Point.Text, limit?.Unit ?? Hj212Factors.UnitOf(point.Factor, point.Statistic), point.Point.Mark, point.Point.Time, limit);
}
