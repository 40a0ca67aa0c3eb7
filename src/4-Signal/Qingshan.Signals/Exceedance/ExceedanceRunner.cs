using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Qingshan.Protocols.Hj212;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;
using Qingshan.Sensing.Observations;

namespace Qingshan.Signals.Exceedance;

/// <summary>Follows the stored frames and lets the watches speak. It owns the order and the checkpoint; the rule itself is <see cref="ExceedanceWatch"/>.</summary>
public sealed partial class ExceedanceRunner(
    IObservationFeed feed, IRegistry registry, SignalWriter writer, LateReadings late, DetectorStore store, TimeProvider time, ILogger<ExceedanceRunner> logger) : BackgroundService
{
    private const string Name = "exceedance";
    private const int RealTimeCommand = 2011;
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);

    private readonly ExceedanceRule rule = ExceedanceRule.Current;

    /// <summary>Up to where the detector has seen everything.</summary>
    public ArchivePosition SeenUpTo { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts hosted parts one after the other; reading must not hold up the ones that follow.
        await Task.Yield();
        var (position, watches) = store.Load(Name);
        SeenUpTo = position;
        var saved = time.GetTimestamp();
        try
        {
            await foreach (var frame in feed.FollowAsync(position, stoppingToken))
            {
                await TakeAsync(frame, watches, stoppingToken);
                SeenUpTo = frame.Next;
                if (time.GetElapsedTime(saved) < SaveEvery)
                    continue;
                store.Save(Name, frame.Next, watches);
                saved = time.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(logger, SeenUpTo);
        }

        store.Save(Name, SeenUpTo, watches);
    }

    private async Task TakeAsync(ObservedFrame frame, Dictionary<string, ExceedanceWatch> watches, CancellationToken cancel)
    {
        if (frame.Command != RealTimeCommand || frame.Station is not { } station || registry.FindEnterprise(station.Enterprise) is not { } firm)
            return;
        var outlet = firm.Outlets.FirstOrDefault(o => o.Id == station.Outlet);
        foreach (var reading in frame.Readings.Where(r => r.Statistic == Hj212Statistic.RealTime && r.Value is not null))
        {
            if (outlet?.Limits.FirstOrDefault(l => l.Factor == reading.Factor && l.Lower is null) is not { } limit)
                continue;
            var watched = new WatchedObject(station, firm, outlet, limit, frame.Authentication);
            var key = $"{station.Mn} {reading.Factor}";
            var watch = watches.GetValueOrDefault(key) ?? new ExceedanceWatch(limit.Unit);
            watches[key] = frame.DataTime < watch.Newest
                ? await late.RunAgainAsync(rule, watched, watch, frame.DataTime, cancel)
                : await StepAsync(watched, watch, new(frame.DataTime, reading.Value!.Value, reading.Mark, frame.Position.ToString()), cancel);
        }
    }

    private async Task<ExceedanceWatch> StepAsync(WatchedObject watched, ExceedanceWatch watch, WatchedReading reading, CancellationToken cancel)
    {
        var (next, findings) = watch.Step(rule, watched.Limit.Value, reading);
        foreach (var finding in findings)
            await writer.WriteAsync(rule, watched, finding.Measured, late: false, cancel);
        return next;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The exceedance detector stopped at {Position}.")]
    private static partial void LogStopped(ILogger logger, ArchivePosition position);
}

/// <summary>What is watched: a factor with its limit at an outlet, and the device that reports it.</summary>
public sealed record WatchedObject(Station Station, Enterprise Firm, Outlet Outlet, DischargeLimit Limit, SourceAuthentication Authentication);
