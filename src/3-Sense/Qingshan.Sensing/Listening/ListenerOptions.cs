namespace Qingshan.Sensing.Listening;

/// <summary>Limits of a raw listener. Raw sockets have none of their own.</summary>
public sealed class ListenerOptions
{
    /// <summary>Connections at one time. Default 2,000. A newcomer beyond it takes the place of the oldest connection that has not named a station yet.</summary>
    public int Connections { get; init; } = 2000;

    /// <summary>Connections at one time from one address. Default 256; the same rule.</summary>
    public int ConnectionsPerAddress { get; init; } = 256;

    /// <summary>How long a connection may say nothing at first. Default 10 s.</summary>
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be silent between frames. Default 15 minutes.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a frame may take from its first byte to its last. Default 30 s.</summary>
    public TimeSpan FrameTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer may wait for the device to read it. Default 10 s.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of one read: a connection's share of each group that is made durable. Default 64 kB.</summary>
    public int ReadBytes { get; init; } = 64 * 1024;

    /// <summary>Bytes since the last frame of a station with its password, after which a connection is closed; they are archived all the same. Default 16 MiB.</summary>
    public long UntrustedBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of strangers that are archived from one address (IPv6: one /64) in an hour; more are dropped and counted. Default 32 MiB.</summary>
    public long UntrustedBytesPerHour { get; init; } = 32 * 1024 * 1024;

    /// <summary>Free bytes on the disk below which nothing of strangers is archived. Default 1 GiB.</summary>
    public long KeptFree { get; init; } = 1024 * 1024 * 1024;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Connections, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ConnectionsPerAddress, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReadBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ReadBytes, 1024 * 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(UntrustedBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(UntrustedBytesPerHour, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(KeptFree, 0);
        foreach (var timeout in new[] { FirstByteTimeout, IdleTimeout, FrameTimeout, WriteTimeout })
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
    }
}
