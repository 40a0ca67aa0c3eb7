using System.Collections.Concurrent;
using System.Net;
using NodaTime;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Listening;

/// <summary>
/// Decides which bytes of strangers are archived. Anybody can send them, so an address has so many in an hour, and below a floor of free space there are
/// none: the frames of the stations must always find room. What a station says with its password is always taken.
/// </summary>
internal sealed class UntrustedBytes(ListenerOptions options, Func<long> free, TimeProvider time)
{
    /// <summary>What a stretch costs beside its bytes: its record in the archive and its row in the quarantine.</summary>
    public const int Overhead = 256;

    private const int MostAddresses = 65_536;
    private static readonly Duration Window = Duration.FromHours(1);
    private static readonly Duration ProbeEvery = Duration.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, long> spent = [];
    private readonly ConcurrentDictionary<string, long> dropped = new(StringComparer.Ordinal);
    private Instant windowSince = Instant.MinValue;
    private Instant probedAt = Instant.MinValue;
    private bool full;

    /// <summary>Stretches that were not archived since the start, by reason code.</summary>
    public IReadOnlyDictionary<string, long> Dropped => new SortedDictionary<string, long>(dropped, StringComparer.Ordinal);

    /// <summary>The stretches that are to be archived, in order; the others are counted.</summary>
    public IReadOnlyList<Stretch> Sift(IPAddress address, IReadOnlyList<Stretch> stretches)
    {
        if (stretches.All(stretch => stretch.Authentication.IsTrusted()))
            return stretches;
        var key = Network(address);
        lock (gate)
            return [.. stretches.Where(stretch => stretch.Authentication.IsTrusted() || IsTaken(key, stretch.Bytes.Length + Overhead))];
    }

    /// <summary>One holder of IPv6 addresses has 2^64 of them: there the network counts.</summary>
    private static IPAddress Network(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16)
            bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private bool IsTaken(IPAddress key, long cost)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if ((DiskFull(now) ? SensingReasons.DiskFull : Spend(key, cost, now) ? null : SensingReasons.SourceTooLoud) is not { } reason)
            return true;
        dropped.AddOrUpdate(reason.Code, 1, (_, count) => count + 1);
        return false;
    }

    private bool Spend(IPAddress key, long cost, Instant now)
    {
        if (now - windowSince >= Window)
        {
            windowSince = now;
            spent.Clear();
        }

        var sum = spent.GetValueOrDefault(key) + cost;
        if (sum > options.UntrustedBytesPerHour || (spent.Count >= MostAddresses && !spent.ContainsKey(key)))
            return false;
        spent[key] = sum;
        return true;
    }

    private bool DiskFull(Instant now)
    {
        if (now - probedAt >= ProbeEvery)
            (full, probedAt) = (free() < options.KeptFree, now);
        return full;
    }
}
