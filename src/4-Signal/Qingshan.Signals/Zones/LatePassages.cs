using System.Globalization;
using NodaTime;
using Qingshan.Record.Views;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Vessels;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Zones;

/// <summary>Fixes came late: the track around them is looked at again with everything that is stored, and what was said before is amended or withdrawn, visibly.</summary>
public sealed class LatePassages(IVesselFeed feed, SignalQueries signals, PassageWriter writer)
{
    private static readonly Duration Margin = Duration.FromHours(2);
    private static readonly Duration Instantly = Duration.FromMilliseconds(1);

    /// <summary>Runs the rule again from before the first late fix on; returns the watch as it then stands.</summary>
    /// <param name="newest">Event time of the newest fix of the vessel.</param>
    public async Task<ZoneWatch> RunAgainAsync(ZoneRule rule, WatchedVessel vessel, Zone zone, ZoneWatch watch, Instant lateFrom, Instant newest, CancellationToken cancel)
    {
        var from = (watch.Event is { } running && running.StartedAt < lateFrom ? running.StartedAt : lateFrom) - Margin;
        var said = Said(vessel, zone, from);
        if (said.Count > 0)
            from = Instant.Min(from, said.Min(row => ViewTime.Parse(row.StartedAt)));
        var (next, events) = Run(rule, vessel, zone, feed.Track(vessel.Mmsi, from, newest + Instantly));
        var names = Names(events, said);
        foreach (var (signal, passage) in events)
            await writer.WriteAsync(names[signal], rule, vessel, zone, passage, late: true, cancel);
        foreach (var gone in said.Where(row => !names.ContainsValue(row.Id)))
            await writer.WithdrawAsync(gone.Id, rule, "late-data", cancel);
        return next with { Signal = next.Stated ? names[next.Signal] : "", Heard = watch.Heard };
    }

    private static (ZoneWatch Watch, List<(string Signal, Passage Passage)> Events) Run(ZoneRule rule, WatchedVessel vessel, Zone zone, IReadOnlyList<TrackedFix> track)
    {
        var (watch, events) = (new ZoneWatch(vessel.Mmsi, zone.Id), new List<(string Signal, Passage Passage)>());
        foreach (var (fix, position) in track)
        {
            (watch, var findings) = watch.Step(rule, ZoneRunner.Watched(fix, vessel, zone, zone.Contains((double)fix.Longitude / VesselFix.Degree, (double)fix.Latitude / VesselFix.Degree), position));
            foreach (var finding in findings)
            {
                if (!finding.Begins)
                    events.RemoveAt(events.Count - 1);
                events.Add((finding.Signal, finding.Passage));
            }
        }

        // An event that still runs is stated as far as it is known: a correction must not make it shorter than what was said.
        if (watch is not { Stated: true, Event: { } running })
            return (watch, events);
        events[^1] = (watch.Signal, running);
        return (watch with { StatedTo = running.LastAt }, events);
    }

    /// <summary>Which signal each event is: the one of its own key, else one that overlaps it and is no other event's.</summary>
    private static Dictionary<string, string> Names(List<(string Signal, Passage Passage)> events, List<SignalRow> said)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (signal, _) in events.Where(found => said.Exists(row => row.Id == found.Signal)))
            names[signal] = signal;
        foreach (var (signal, passage) in events.Where(found => !names.ContainsKey(found.Signal)))
            names[signal] = said.Find(row => !names.ContainsValue(row.Id) && Overlaps(row, passage))?.Id ?? signal;
        return names;
    }

    private List<SignalRow> Said(WatchedVessel vessel, Zone zone, Instant from) =>
    [
        .. signals.OfPassages(vessel.Mmsi.ToString("D9", CultureInfo.InvariantCulture), zone.Id)
            .Where(row => row.State != nameof(SignalState.Withdrawn) && ViewTime.Parse(row.LastAt) >= from),
    ];

    private static bool Overlaps(SignalRow row, Passage passage) =>
        ViewTime.Parse(row.StartedAt) <= passage.LastAt && passage.StartedAt <= ViewTime.Parse(row.LastAt);
}
