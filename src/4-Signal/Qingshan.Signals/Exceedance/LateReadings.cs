using NodaTime;
using Qingshan.Record.Views;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Exceedance;

/// <summary>
/// Readings came late: the window around them is looked at again with everything that is stored, and what was said before is amended or withdrawn,
/// visibly.
/// </summary>
public sealed class LateReadings(IObservations observations, SignalQueries signals, SignalWriter writer)
{
    private static readonly Duration Margin = Duration.FromHours(2);

    /// <summary>Runs the rule again from before the first late reading on, as far as they can change anything; returns the watch as it then stands.</summary>
    public async Task<ExceedanceWatch> RunAgainAsync(ExceedanceRule rule, WatchedObject watched, ExceedanceWatch watch, Instant lateFrom, Instant lateTo, CancellationToken cancel)
    {
        var from = (watch.Event is { } running && running.StartedAt < lateFrom ? running.StartedAt : lateFrom) - Margin;
        var rows = Said(watched, from);
        if (rows.Count > 0)
            from = Instant.Min(from, rows.Min(row => ViewTime.Parse(row.StartedAt)));
        var replay = LateReplay.Run(observations, rule, watched, from, lateTo, watch.Newest);
        var said = rows.FindAll(row => ViewTime.Parse(row.StartedAt) <= replay.Until);
        var names = Names(replay.Events, said);
        foreach (var (signal, measured) in replay.Events)
            await writer.WriteAsync(names[signal], rule, watched, measured, late: true, cancel);
        foreach (var gone in said.Where(row => !names.ContainsValue(row.Id)))
            await writer.WithdrawAsync(SignalCommands.Stream(gone.Id), rule, "late-data", cancel);
        return replay.Watch is { } next ? next with { Signal = next.Stated ? names[next.Signal] : "", Heard = watch.Heard } : watch;
    }

    /// <summary>
    /// Which signal each event is: the one of its own key, else one that overlaps it and is no other event's. One signal answers to one event only, so of two
    /// that have become one the second is withdrawn, and of one that has become two the second is raised.
    /// </summary>
    private static Dictionary<string, string> Names(List<(string Signal, Measured Measured)> events, List<SignalRow> said)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (signal, _) in events.Where(found => said.Exists(row => row.Id == found.Signal)))
            names[signal] = signal;
        foreach (var (signal, measured) in events.Where(found => !names.ContainsKey(found.Signal)))
            names[signal] = said.Find(row => !names.ContainsValue(row.Id) && Overlaps(row, measured))?.Id ?? signal;
        return names;
    }

    private List<SignalRow> Said(WatchedObject watched, Instant from) =>
    [
        .. signals.OfObject(watched.Station.Mn, watched.Limit.Factor).Where(row => row.State != nameof(SignalState.Withdrawn) && ViewTime.Parse(row.LastAt) >= from),
    ];

    private static bool Overlaps(SignalRow row, Measured measured) =>
        ViewTime.Parse(row.StartedAt) <= measured.LastAt && measured.StartedAt <= ViewTime.Parse(row.LastAt);
}
