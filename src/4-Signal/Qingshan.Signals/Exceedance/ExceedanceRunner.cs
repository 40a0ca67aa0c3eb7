using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using Qingshan.Protocols.Hj212;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Detectors;

namespace Qingshan.Signals.Exceedance;

/// <summary>Follows the stored frames and lets the watches speak. It owns the order and the checkpoint; the rule itself is <see cref="ExceedanceWatch"/>.</summary>
public sealed partial class ExceedanceRunner(
    IObservationFeed feed, IRegistry registry, SignalWriter writer, LateReadings late, DetectorStore store, TimeProvider time, ILogger<ExceedanceRunner> logger) : BackgroundService
{
    private const string Name = "exceedance";
    private const int RealTimeCommand = 2011;
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ExceedanceRule rule = ExceedanceRule.Current;
    private Dictionary<string, ExceedanceWatch> watches = new(StringComparer.Ordinal);

    /// <summary>Up to where the detector has seen everything.</summary>
    public ArchivePosition SeenUpTo { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts hosted parts one after the other; reading must not hold up the ones that follow.
        await Task.Yield();
        (SeenUpTo, watches) = store.Load<ExceedanceWatch>(Name);
        try
        {
            while (true)
                await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(logger, SeenUpTo);
        }

        store.Save(Name, SeenUpTo, watches);
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        try
        {
            var saved = time.GetTimestamp();
            await foreach (var batch in feed.FollowAsync(SeenUpTo, cancel))
            {
                // Position and watches change together or not at all: a batch that is broken off is taken again from its beginning.
                (watches, SeenUpTo) = (await TakeAsync(batch, cancel), batch.Next);
                if (time.GetElapsedTime(saved) < SaveEvery)
                    continue;
                store.Save(Name, SeenUpTo, watches);
                saved = time.GetTimestamp();
            }
        }
        catch (Exception failure) when (failure is IOException or DbException)
        {
            LogTriedAgain(logger, SeenUpTo, failure);
            await Task.Delay(Pause, time, cancel);
        }
    }

    private async Task<Dictionary<string, ExceedanceWatch>> TakeAsync(ObservedBatch batch, CancellationToken cancel)
    {
        var next = new Dictionary<string, ExceedanceWatch>(watches, StringComparer.Ordinal);
        var behind = new Dictionary<string, (WatchedObject Watched, Instant From, Instant To)>(StringComparer.Ordinal);
        foreach (var frame in batch.Frames)
        {
            foreach (var (watched, reading) in Watched(frame))
            {
                var key = $"{frame.Mn} {reading.Factor}";
                var watch = next.GetValueOrDefault(key) ?? new ExceedanceWatch(frame.Mn, reading.Factor, watched.Limit.Unit);
                if (!rule.Excludes(reading.Mark))
                    watch = watch with { Heard = Instant.Max(watch.Heard, frame.ReceivedAt) };
                if (frame.DataTime < watch.Newest)
                    behind[key] = behind.TryGetValue(key, out var span)
                        ? (watched, Instant.Min(span.From, frame.DataTime), Instant.Max(span.To, frame.DataTime))
                        : (watched, frame.DataTime, frame.DataTime);
                else
                    watch = await StepAsync(watched, watch, new(frame.DataTime, reading.Value!.Value, reading.Mark, frame.Position.ToString()), cancel);
                next[key] = watch;
            }
        }

        // Once for all that came late: a station that sends a month of arrears must not hold up the others with a month for each reading.
        foreach (var (key, (watched, from, to)) in behind)
            next[key] = await late.RunAgainAsync(rule, watched, next[key], from, to, cancel);
        if (batch.Next >= feed.StoredUpTo)
            await LookForSilenceAsync(next, cancel);
        return next;
    }

    private IEnumerable<(WatchedObject Watched, ObservedReading Reading)> Watched(ObservedFrame frame)
    {
        if (frame.Command != RealTimeCommand || frame.Station is not { } station || registry.FindEnterprise(station.Enterprise) is not { } firm)
            yield break;
        var outlet = firm.Outlets.FirstOrDefault(o => o.Id == station.Outlet);
        foreach (var reading in frame.Readings.Where(r => r.Statistic == Hj212Statistic.RealTime && r.Value is not null))
        {
            if (outlet?.Limits.FirstOrDefault(l => l.Factor == reading.Factor && l.Lower is null) is { } limit)
                yield return (new WatchedObject(station, firm, outlet, limit, frame.Authentication), reading);
        }
    }

    private async Task<ExceedanceWatch> StepAsync(WatchedObject watched, ExceedanceWatch watch, WatchedReading reading, CancellationToken cancel)
    {
        var (next, findings) = watch.Step(rule, watched.Limit.Value, reading);
        foreach (var finding in findings)
            await writer.WriteAsync(finding.Signal, rule, watched, finding.Measured, late: false, cancel);
        return next;
    }

    /// <summary>Only when everything stored was seen: until then what follows may be waiting in the archive.</summary>
    private async Task LookForSilenceAsync(Dictionary<string, ExceedanceWatch> next, CancellationToken cancel)
    {
        var now = time.GetUtcNow().ToInstant();
        foreach (var (key, watch) in next.ToList())
        {
            (next[key], var findings) = watch.Silent(rule, now);
            foreach (var finding in findings)
                await writer.AmendAsync(finding.Signal, rule, finding.Measured, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The exceedance detector stopped at {Position}.")]
    private static partial void LogStopped(ILogger logger, ArchivePosition position);

    [LoggerMessage(Level = LogLevel.Error, Message = "The exceedance detector could not go on at {Position}; it tries again.")]
    private static partial void LogTriedAgain(ILogger logger, ArchivePosition position, Exception failure);
}

/// <summary>What is watched: a factor with its limit at an outlet, and the device that reports it.</summary>
public sealed record WatchedObject(Station Station, Enterprise Firm, Outlet Outlet, DischargeLimit Limit, SourceAuthentication Authentication);
