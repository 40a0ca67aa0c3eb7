using NodaTime;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Web.Picture;

/// <summary>
/// The frames of the live picture. The picture is looked at once in half a second, and everybody who asks within it gets the same bytes: a browser that
/// keeps up asks for what came after the same change as all others, so a frame is made once however many look on.
/// </summary>
internal sealed class VesselFrames(TimeProvider time, IServiceProvider services)
{
    // Those who come late or anew; beyond that their frames are made again.
    private const int Kept = 32;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly Dictionary<long, VesselFrameBytes> frames = [];
    private long looked;
    private Instant at;
    private long change;

    /// <summary>Null where the site listens to no vessels.</summary>
    public IVesselPicture? Picture => services.GetService<IVesselPicture>();

    /// <summary>What came after a change; everything where the change is 0 or was never reached by this run of the server.</summary>
    public VesselFrameBytes Since(long since)
    {
        lock (gate)
        {
            Look();
            var after = since > change || since < 0 ? 0 : since;
            if (frames.TryGetValue(after, out var frame))
                return frame;
            if (frames.Count >= Kept)
                frames.Clear();
            return frames[after] = Make(after);
        }
    }

    /// <summary>Every vessel at an instant of the past.</summary>
    public VesselFrameBytes At(Instant instant)
    {
        var head = new VesselFrameHead(Complete: true, Past: true, Picture is not null, Now, instant, 0);
        var fixes = Picture?.At(instant) ?? [];
        return new(0, VesselFrame.Encode(head, fixes.Count > VesselFrame.MaxVessels ? [.. fixes.Take(VesselFrame.MaxVessels)] : fixes, ShipType));
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private void Look()
    {
        if (looked != 0 && time.GetElapsedTime(looked) < Tick)
            return;
        (looked, at, change) = (time.GetTimestamp(), Now, Picture?.Change ?? 0);
        frames.Clear();
    }

    // Too many for one frame: the oldest changes first, and the head says how far they reach, so that the next question brings the rest.
    private VesselFrameBytes Make(long after)
    {
        var fixes = Picture?.Since(after) ?? [];
        var reached = change;
        if (fixes.Count > VesselFrame.MaxVessels)
        {
            fixes = [.. fixes.OrderBy(fix => fix.Change).Take(VesselFrame.MaxVessels)];
            reached = fixes[^1].Change;
        }

        return new(reached, VesselFrame.Encode(new VesselFrameHead(after == 0, Past: false, Picture is not null, at, at, reached), fixes, ShipType));
    }

    private int ShipType(int mmsi) => Picture?.Identity(mmsi)?.ShipType ?? 0;
}

/// <summary>A frame and the change that it reaches.</summary>
internal sealed record VesselFrameBytes(long Change, byte[] Bytes);
