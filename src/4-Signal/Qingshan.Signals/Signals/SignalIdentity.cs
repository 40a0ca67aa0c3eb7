using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Qingshan.Signals.Signals;

/// <summary>Derives a signal's key from what it is about, so that replay, restart and a second detector find the same signal.</summary>
public static class SignalIdentity
{
    /// <summary>The first 128 bits of SHA-256 over rule, object, what was looked at and event start, as 32 hex digits.</summary>
    public static string Of(string rule, string watched, string aspect, Instant start) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule}\n{watched}\n{aspect}\n{InstantPattern.ExtendedIso.Format(start)}")).AsSpan(0, 16));
}
