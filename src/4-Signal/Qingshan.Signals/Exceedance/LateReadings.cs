using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Record.Views;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Exceedance;

/// <summary>
/// A reading came late: the window around it is looked at again with everything that is stored, and what was said before is amended or withdrawn,
/// visibly.
/// </summary>
public sealed class LateReadings(IObservations observations, SignalQueries signals, SignalWriter writer)
{
    private const int RealTimeCommand = 2011;
    private static readonly Duration Margin = Duration.FromHours(2);

    /// <summary>Runs the rule again from before the late reading to the newest one; returns the watch as it then stands.</summary>
    public async Task<ExceedanceWatch> RunAgainAsync(ExceedanceRule rule, WatchedObject watched, ExceedanceWatch watch, Instant lateAt, CancellationToken cancel)
    {
        var from = (watch.Event is { } running && running.StartedAt < lateAt ? running.StartedAt : lateAt) - Margin;
        var said = Said(watched, from);
        if (said.Count > 0)
            from = Instant.Min(from, said.Min(row => ViewTime.Parse(row.StartedAt)));
        var (next, events) = Replay(rule, watched, from, watch.Newest);
        foreach (var measured in events)
        {
            var known = said.Find(row => Overlaps(row, measured));
            if (known is null)
                await writer.WriteAsync(rule, watched, measured, late: true, cancel);
            else
                await writer.WriteAsync(SignalCommands.Stream(known.Id), rule, watched, measured, late: true, cancel);
        }

        foreach (var gone in said.Where(row => !events.Exists(measured => Overlaps(row, measured))))
            await writer.WithdrawAsync(SignalCommands.Stream(gone.Id), rule, "late-data", cancel);
        return next;
    }

    private List<SignalRow> Said(WatchedObject watched, Instant from) =>
    [
        .. signals.OfObject(watched.Station.Mn, watched.Limit.Factor).Where(row => row.State != nameof(SignalState.Withdrawn) && ViewTime.Parse(row.LastAt) >= from),
    ];

    private (ExceedanceWatch Watch, List<Measured> Events) Replay(ExceedanceRule rule, WatchedObject watched, Instant from, Instant newest)
    {
        var series = observations.Series(
            watched.Station.Mn, RealTimeCommand, watched.Limit.Factor, Hj212Statistic.RealTime, from, newest + Duration.FromMilliseconds(1));
        var watch = new ExceedanceWatch(watched.Limit.Unit);
        var events = new List<Measured>();
        foreach (var point in series.Where(point => point.Value is not null))
        {
            (watch, var findings) = watch.Step(rule, watched.Limit.Value, new(point.Time, point.Value!.Value, point.Mark, point.Source.ToString()));
            foreach (var finding in findings)
            {
                if (!finding.Begins)
                    events.RemoveAt(events.Count - 1);
                events.Add(finding.Measured);
            }
        }

        // An event that still runs is stated as far as it is known: a correction must not make it shorter than what was said.
        if (watch is { Stated: true, Event: { } running })
        {
            events[^1] = running;
            watch = watch with { StatedTo = running.LastAt };
        }

        return (watch, events);
    }

    private static bool Overlaps(SignalRow row, Measured measured) =>
        ViewTime.Parse(row.StartedAt) <= measured.LastAt && measured.StartedAt <= ViewTime.Parse(row.LastAt);
}
