using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Exceedance;

/// <summary>What the rule says about a stretch of stored readings.</summary>
/// <param name="Events">Every event that was stated, as last stated, with its key.</param>
/// <param name="Until">Event time up to which it was judged.</param>
/// <param name="Watch">The watch at the newest reading; null where the replay ended before it, because from there on nothing can be different.</param>
internal sealed record LateReplay(List<(string Signal, Measured Measured)> Events, Instant Until, ExceedanceWatch? Watch)
{
    private const int RealTimeCommand = 2011;
    private static readonly Duration FirstWindow = Duration.FromHours(2);

    /// <summary>
    /// Runs the rule over the stored readings. Once as many readings in a row as end any event lie at or below the limit after the last late one, the watch
    /// is clear whatever was before, now as it was then: there the replay ends.
    /// </summary>
    /// <param name="lateTo">The last late reading.</param>
    /// <param name="newest">The newest reading seen.</param>
    public static LateReplay Run(IObservations observations, ExceedanceRule rule, WatchedObject watched, Instant from, Instant lateTo, Instant newest)
    {
        var watch = new ExceedanceWatch(watched.Station.Mn, watched.Limit.Factor, watched.Limit.Unit);
        var (events, clear) = (new List<(string Signal, Measured Measured)>(), 0);
        foreach (var point in Points(observations, watched, from, lateTo, newest))
        {
            (watch, var findings) = watch.Step(rule, watched.Limit.Value, new(point.Time, point.Value!.Value, point.Mark, point.Source.ToString()));
            foreach (var finding in findings)
            {
                if (!finding.Begins)
                    events.RemoveAt(events.Count - 1);
                events.Add((finding.Signal, finding.Measured));
            }

            if (point.Time <= lateTo || rule.Excludes(point.Mark))
                continue;
            clear = point.Value > watched.Limit.Value ? 0 : clear + 1;
            if (clear >= rule.ClearReadings)
                return new(events, point.Time, null);
        }

        // An event that still runs is stated as far as it is known: a correction must not make it shorter than what was said.
        if (watch is { Stated: true, Event: { } running })
        {
            events[^1] = (watch.Signal, running);
            watch = watch with { StatedTo = running.LastAt, StatedPeak = running.Peak.Value };
        }

        return new(events, newest, watch);
    }

    /// <summary>Reads on as long as it is needed, in windows that grow: a replay that ends soon reads little, one that goes far asks seldom.</summary>
    private static IEnumerable<SeriesPoint> Points(IObservations observations, WatchedObject watched, Instant from, Instant lateTo, Instant newest)
    {
        var (start, length, end) = (from, lateTo - from + FirstWindow, newest + Duration.FromMilliseconds(1));
        while (start < end)
        {
            var next = Instant.Min(start + length, end);
            foreach (var point in observations.Series(watched.Station.Mn, RealTimeCommand, watched.Limit.Factor, Hj212Statistic.RealTime, start, next))
            {
                if (point.Value is not null)
                    yield return point;
            }

            (start, length) = (next, length * 2);
        }
    }
}
