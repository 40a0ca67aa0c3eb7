using NodaTime;
using Qingshan.Protocols.Ais;
using Qingshan.Record.Reasons;

namespace Qingshan.Sensing.Vessels;

/// <summary>What makes an AIS message an observation. Part of how a stored sentence is read: change it and the store must be rebuilt.</summary>
/// <param name="TrustTime">Whether the receiver's <c>c:</c> time counts; otherwise the time of receipt does.</param>
/// <param name="ClockTolerance">How far a <c>c:</c> time may lie after the receipt.</param>
/// <param name="Earliest">No <c>c:</c> time before this is believed.</param>
internal sealed record VesselRules(bool TrustTime, Duration ClockTolerance, Instant Earliest)
{
    /// <summary>Version of decoder and rules; stored with the observations and quoted in evidence.</summary>
    public const string Version = "ais-1";

    /// <summary>Fixes of one vessel that lie closer are merged: the archive keeps them, the track needs them not.</summary>
    public static readonly Duration Closest = Duration.FromSeconds(5);

    /// <summary>A fix is late when it comes later than this after its event time.</summary>
    public static readonly Duration LateAfter = Duration.FromMinutes(2);

    public static VesselRules From(SensingOptions options) => new(
        options.AisTrustTime,
        Duration.FromTimeSpan(options.ClockTolerance),
        // SOLAS made AIS compulsory from 1 July 2002 on; receivers whose clock was never set say 1970 or 1980.
        Instant.FromUtc(2002, 7, 1, 0, 0));

    /// <summary>The event time of a sentence, or why there is none.</summary>
    public Reason? TimeOf(NmeaSentence sentence, Instant receivedAt, out Instant at)
    {
        at = receivedAt;
        if (!TrustTime || sentence.TagBlock.IsEmpty || NmeaTagBlock.Read(sentence.TagBlock).Time is not { } seconds)
            return null;
        at = Instant.FromUnixTimeSeconds(seconds);
        if (at < Earliest)
            return SensingReasons.TimeImplausible;
        return at > receivedAt + ClockTolerance ? SensingReasons.TimeInFuture : null;
    }
}
