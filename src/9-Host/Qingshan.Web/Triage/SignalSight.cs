using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Vessels;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Tasks;
using Qingshan.Web.Components.Parts;

namespace Qingshan.Web.Triage;

/// <summary>A signal as a post sees it, with what stands beside it. Below full access there is no enterprise and no evidence.</summary>
/// <param name="Seen">The signal, as of <paramref name="KnownAt"/> where that is given.</param>
/// <param name="Firm">Its enterprise; null below full.</param>
/// <param name="Slice">What was measured; null below full.</param>
/// <param name="Earlier">Other signals of the enterprise that the post may see whole, the newest first.</param>
/// <param name="Tasks">Tasks sent because of it that the post may see.</param>
/// <param name="Case">The case opened from it; null where there is none or the post may not know of it.</param>
public sealed record SignalSight(
    Seen<Signal> Seen, Instant? KnownAt, RulePrecision Precision, Enterprise? Firm, MeasuredSlice? Slice,
    IReadOnlyList<SignalRow> Earlier, IReadOnlyList<TaskRow> Tasks, CaseGlance? Case)
{
    public Signal Signal => Seen.State;

    public string Id { get; init; } = "";

    /// <summary>The track in the zone; null for an exceedance, and below full.</summary>
    public Stay? Stay { get; init; }

    /// <summary>False where the signal had not been raised at the asked recording time.</summary>
    public bool WasKnown => Signal.Head is not null;

    public OpenDecisions Decisions => new(
        Signal.State == SignalState.Open && Seen.May("signal.confirm"),
        Signal.State == SignalState.Confirmed && Seen.May("signal.send-task"),
        Signal.State == SignalState.Confirmed && Signal.Case is null && Seen.May("signal.open-case"));

    public Outlet? Outlet => Firm?.Outlets.FirstOrDefault(outlet => outlet.Id == Signal.Raised?.Outlet);
}

/// <summary>What the post may decide now; nothing when looking into the past.</summary>
/// <param name="Confirm">Confirm or dismiss.</param>
/// <param name="Send">Send a task.</param>
/// <param name="Open">Open a case.</param>
public sealed record OpenDecisions(bool Confirm, bool Send, bool Open)
{
    public bool Any => Confirm || Send || Open;
}

/// <summary>A case as a link: its number only where the level shows it.</summary>
public sealed record CaseGlance(string Id, string Number, CaseStage Stage, AccessLevel Level);

/// <summary>The evidence of a signal: readings and what proves them.</summary>
/// <param name="RealTime">Real-time readings around the event.</param>
/// <param name="Hourly">Hourly averages of the day around the event.</param>
/// <param name="Frames">Raw frames of the event.</param>
/// <param name="Hash">SHA-256 over the hashes of those frames, lower-case hexadecimal.</param>
/// <param name="Decoder">Version of decoder and rules.</param>
public sealed record MeasuredSlice(IReadOnlyList<ChartPoint> RealTime, IReadOnlyList<ChartPoint> Hourly, int Frames, string Hash, string Decoder);

/// <summary>The evidence of a stay in a zone.</summary>
/// <param name="Zone">The zone as it is now; null where the registry no longer knows it.</param>
/// <param name="Vessel">The vessel of the registry; null where it knows none.</param>
/// <param name="Said">What the transponder says of the ship; null where it has said nothing.</param>
/// <param name="Track">Half an hour before to half an hour after, by time.</param>
/// <param name="Hash">SHA-256 over the hashes of the sentences behind the track, lower-case hexadecimal.</param>
/// <param name="Decoder">Version of decoder and rules.</param>
public sealed record Stay(Zone? Zone, Vessel? Vessel, VesselIdentity? Said, IReadOnlyList<VesselFix> Track, string Hash, string Decoder);
