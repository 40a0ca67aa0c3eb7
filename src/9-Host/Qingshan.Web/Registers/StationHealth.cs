using NodaTime;

namespace Qingshan.Web.Registers;

/// <summary>Whether a station still reports.</summary>
public enum StationState
{
    /// <summary>Nothing was ever received.</summary>
    Never,
    Online,

    /// <summary>Missing for more than fifteen minutes: a station reports every minute or so.</summary>
    Late,

    /// <summary>Missing for more than two hours.</summary>
    Silent,
}

/// <summary>When a station last reported, by the time of receipt: what it sent may be older.</summary>
/// <param name="DataTime">Event time of the newest reading.</param>
public sealed record StationHealth(StationState State, Instant? ReceivedAt, Instant? DataTime)
{
    private static readonly Duration LateAfter = Duration.FromMinutes(15);
    private static readonly Duration SilentAfter = Duration.FromHours(2);

    public static StationHealth Of(Instant? receivedAt, Instant? dataTime, Instant now)
    {
        var state = receivedAt is not { } received ? StationState.Never
            : now - received <= LateAfter ? StationState.Online
            : now - received <= SilentAfter ? StationState.Late
            : StationState.Silent;
        return new(state, receivedAt, dataTime);
    }
}
