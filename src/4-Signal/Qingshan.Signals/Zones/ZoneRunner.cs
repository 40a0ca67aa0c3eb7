using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Vessels;
using Qingshan.Signals.Detectors;

namespace Qingshan.Signals.Zones;

/// <summary>Follows the fixes and lets the watches speak. It owns the order and the checkpoint; the rule itself is <see cref="ZoneWatch"/>.</summary>
public sealed partial class ZoneRunner(
    IVesselFeed feed, IVesselPicture picture, IVessels vessels, IZones zones, PassageWriter writer, LatePassages late, DetectorStore store,
    TimeProvider time, ILogger<ZoneRunner> logger) : BackgroundService
{
    private const string Name = "zones";
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ZoneRule rule = ZoneRule.Current;
    private readonly ZoneIndex index = new(zones);
    private readonly Dictionary<int, Instant> newest = [];
    private Dictionary<string, ZoneWatch> watches = new(StringComparer.Ordinal);

    /// <summary>Up to where the detector has seen everything.</summary>
    public ArchivePosition SeenUpTo { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        (SeenUpTo, watches) = store.Load<ZoneWatch>(Name);
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

    /// <summary>A fix as the watch of a zone sees it.</summary>
    internal static WatchedFix Watched(VesselFix fix, WatchedVessel vessel, Zone zone, bool inside, ArchivePosition position) => new(
        fix.At, inside && vessel.Judge(zone, fix.At).Verdict != ZoneVerdict.Allowed, fix.Speed, fix.Longitude, fix.Latitude, position.ToString());

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

    private async Task<Dictionary<string, ZoneWatch>> TakeAsync(VesselBatch batch, CancellationToken cancel)
    {
        var next = new Dictionary<string, ZoneWatch>(watches, StringComparer.Ordinal);
        var behind = new Dictionary<string, (int Mmsi, string Zone, Instant From)>(StringComparer.Ordinal);
        var followed = next.Values.Where(watch => watch.Event is not null).Select(watch => watch.Mmsi).ToHashSet();
        foreach (var observed in batch.Fixes)
        {
            var fix = observed.Fix;
            var isLate = newest.TryGetValue(fix.Mmsi, out var seen) && fix.At < seen;
            if (!isLate)
                newest[fix.Mmsi] = fix.At;
            var inside = index.At(fix.Longitude, fix.Latitude);
            if (inside.Count == 0 && !followed.Contains(fix.Mmsi))
                continue;
            var vessel = VesselOf(fix.Mmsi);
            if (!vessel.MayFish(rule, fix.Status))
                continue;
            foreach (var zone in Concerned(next, inside, fix.Mmsi))
            {
                var key = $"{fix.Mmsi} {zone.Id}";
                var watch = (next.GetValueOrDefault(key) ?? new ZoneWatch(fix.Mmsi, zone.Id)) with { Heard = observed.ReceivedAt };
                if (isLate || fix.At < watch.Newest)
                    behind[key] = (fix.Mmsi, zone.Id, behind.TryGetValue(key, out var span) ? Instant.Min(span.From, fix.At) : fix.At);
                else
                    watch = await StepAsync(watch, vessel, zone, Watched(fix, vessel, zone, inside.Contains(zone), observed.Position), cancel);
                next[key] = watch;
                if (watch.Event is not null)
                    followed.Add(fix.Mmsi);
            }
        }

        await RunAgainAsync(next, behind, batch.Next, cancel);
        if (batch.IsLast)
            await LookForSilenceAsync(next, cancel);
        return next;
    }

    /// <summary>The zones around a fix, and those in which the vessel is being watched.</summary>
    private List<Zone> Concerned(Dictionary<string, ZoneWatch> state, IReadOnlyList<Zone> inside, int mmsi)
    {
        var concerned = inside.ToList();
        foreach (var watch in state.Values.Where(watch => watch.Mmsi == mmsi && watch.Event is not null && inside.All(zone => zone.Id != watch.Zone)))
        {
            if (zones.FindZone(watch.Zone) is { } zone)
                concerned.Add(zone);
        }

        return concerned;
    }

    private async Task<ZoneWatch> StepAsync(ZoneWatch watch, WatchedVessel vessel, Zone zone, WatchedFix fix, CancellationToken cancel)
    {
        var (next, findings) = watch.Step(rule, fix);
        foreach (var finding in findings)
            await writer.WriteAsync(finding.Signal, rule, vessel, zone, finding.Passage, late: false, cancel);
        return next;
    }

    // Once for all that came late, when the tracks hold it.
    private async Task RunAgainAsync(Dictionary<string, ZoneWatch> next, Dictionary<string, (int Mmsi, string Zone, Instant From)> behind, ArchivePosition position, CancellationToken cancel)
    {
        if (behind.Count > 0)
            await feed.WaitWrittenAsync(position, cancel);
        foreach (var (key, (mmsi, id, from)) in behind)
        {
            if (zones.FindZone(id) is { } zone)
                next[key] = await late.RunAgainAsync(rule, VesselOf(mmsi), zone, next[key], from, Instant.Max(newest[mmsi], next[key].Newest), cancel);
        }
    }

    /// <summary>Only when everything received was seen: until then what follows may be waiting in the archive. Watches of nothing are forgotten.</summary>
    private async Task LookForSilenceAsync(Dictionary<string, ZoneWatch> next, CancellationToken cancel)
    {
        var now = time.GetUtcNow().ToInstant();
        foreach (var (key, watch) in next.ToList())
        {
            (next[key], var findings) = watch.Silent(rule, now);
            foreach (var finding in findings)
                await writer.AmendAsync(finding.Signal, rule, finding.Passage, cancel);
            if (watch.Event is null || now - watch.Heard > rule.Gap * 2)
                next.Remove(key);
        }
    }

    private WatchedVessel VesselOf(int mmsi) => WatchedVessel.Of(mmsi, vessels, picture);

    [LoggerMessage(Level = LogLevel.Information, Message = "The zone detector stopped at {Position}.")]
    private static partial void LogStopped(ILogger logger, ArchivePosition position);

    [LoggerMessage(Level = LogLevel.Error, Message = "The zone detector could not go on at {Position}; it tries again.")]
    private static partial void LogTriedAgain(ILogger logger, ArchivePosition position, Exception failure);
}
