using NodaTime;
using NodaTime.Extensions;

namespace Qingshan.Sensing.Vessels;

/// <summary>
/// The newest fix and statement of every vessel, in memory, and what <c>tracks.db</c> holds of the past. The follower writes it, everybody reads it.
/// Change numbers begin at the start's time in microseconds, so that they grow over restarts as well.
/// </summary>
internal sealed class VesselPicture : IVesselPicture
{
    /// <summary>A vessel not heard of for longer is not shown: at anchor it speaks every three minutes, far out every six.</summary>
    public static readonly Duration Shown = Duration.FromMinutes(30);

    private readonly TrackStore store;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly Dictionary<int, VesselFix> newest = [];
    private readonly Dictionary<int, VesselIdentity> identities;
    private long change;

    public VesselPicture(TrackStore store, TimeProvider time)
    {
        (this.store, this.time) = (store, time);
        change = time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        identities = store.Identities.ToDictionary(i => i.Mmsi);
        using var connection = store.OpenForReading();
        foreach (var (mmsi, found) in TrackQueries.At(connection, Now, Shown))
            newest[mmsi] = found.Fix with { Change = ++change };
    }

    public long Change
    {
        get
        {
            lock (gate)
                return change;
        }
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>Takes what came; a fix that is older than the one shown changes nothing.</summary>
    public void Take(IReadOnlyList<VesselFix> fixes, IReadOnlyList<VesselIdentity> said)
    {
        lock (gate)
        {
            foreach (var fix in fixes)
            {
                if (!newest.TryGetValue(fix.Mmsi, out var shown) || fix.At > shown.At)
                    newest[fix.Mmsi] = fix with { Change = ++change };
            }

            foreach (var identity in said)
            {
                identities[identity.Mmsi] = identity;
                if (newest.TryGetValue(identity.Mmsi, out var shown))
                    newest[identity.Mmsi] = shown with { Change = ++change };
            }
        }
    }

    public IReadOnlyList<VesselFix> Since(long seen)
    {
        var oldest = Now - Shown;
        lock (gate)
            return [.. newest.Values.Where(fix => fix.Change > seen && fix.At >= oldest)];
    }

    public IReadOnlyList<VesselFix> At(Instant at)
    {
        using var connection = store.OpenForReading();
        var found = TrackQueries.At(connection, at, Shown);
        lock (gate)
        {
            // What was said in the last seconds is not written yet.
            foreach (var fix in newest.Values.Where(f => f.At <= at && f.At >= at - Shown))
            {
                if (!found.TryGetValue(fix.Mmsi, out var stored) || stored.Fix.At < fix.At)
                    found[fix.Mmsi] = new StoredFix(fix, default);
            }
        }

        return [.. found.Values.Select(f => f.Fix)];
    }

    public VesselIdentity? Identity(int mmsi)
    {
        lock (gate)
            return identities.GetValueOrDefault(mmsi);
    }

    public IReadOnlyList<VesselFix> Track(int mmsi, Instant from, Instant to)
    {
        using var connection = store.OpenForReading();
        List<VesselFix> track = [.. TrackQueries.Track(connection, mmsi, from, to).Select(f => f.Fix)];
        lock (gate)
        {
            if (newest.TryGetValue(mmsi, out var last) && last.At >= from && last.At < to && (track.Count == 0 || track[^1].At < last.At))
                track.Add(last);
        }

        return track;
    }
}
