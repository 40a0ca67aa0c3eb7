using System.Net;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Demo;
using Qingshan.Sensing.Listening;

namespace Qingshan.Sensing;

/// <summary>What the host sets for sensing; checked when it is added.</summary>
public sealed class SensingOptions
{
    /// <summary>Folder for <c>archive/</c> and <c>observations.db</c>. Required.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where the HJ 212 listener listens; null: not at all. Port 0 takes a free one.</summary>
    public IPEndPoint? Hj212 { get; init; }

    /// <summary>Where AIS receivers connect; null: not at all. Port 0 takes a free one.</summary>
    public IPEndPoint? Ais { get; init; }

    /// <summary>Where AIS receivers send datagrams; null: not at all. Port 0 takes a free one.</summary>
    public IPEndPoint? AisUdp { get; init; }

    /// <summary>Addresses of the AIS receivers whose sentences count. Loopback always does; everybody else's are quarantined.</summary>
    public IReadOnlyList<IPAddress> AisReceivers { get; init; } = [];

    /// <summary>Whether the receivers' <c>c:</c> times are event times; by default the time of receipt is.</summary>
    public bool AisTrustTime { get; init; }

    /// <summary>Zone of the devices' clocks, a name of the tz database. Default Asia/Shanghai.</summary>
    public string SiteZone { get; init; } = "Asia/Shanghai";

    /// <summary>How far a data time may lie after its receipt before it is withheld. Default 10 minutes.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(10);

    public ArchiveOptions Archive { get; init; } = new();

    public ListenerOptions Listener { get; init; } = new();

    /// <summary>The demo site's feed; null: none. Needs <see cref="Hj212"/>.</summary>
    public DemoFeedOptions? DemoFeed { get; init; }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(DataFolder);
        ArgumentOutOfRangeException.ThrowIfLessThan(ClockTolerance, TimeSpan.Zero);
        Archive.Validate();
        Listener.Validate();
        DemoFeed?.Validate();
        if (DemoFeed is not null && Hj212 is null)
            throw new ArgumentException("The demo feed needs the HJ 212 listener.");
    }
}
