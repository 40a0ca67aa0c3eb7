using Qingshan.Sensing.Archive;

namespace Qingshan.Signals.Signals;

/// <summary>Which of two statements about an event is the newer one.</summary>
internal static class StatementOrder
{
    /// <summary>
    /// True where a statement lies behind what stands there, by the archive positions they name: after a crash a detector reads again what it has judged
    /// already, and says it once more.
    /// </summary>
    public static bool IsOlder(string lastFrame, bool ended, string standing, bool standingEnded)
    {
        if (!ArchivePosition.TryParse(lastFrame, out var now) || !ArchivePosition.TryParse(standing, out var before))
            throw new FormatException($"A signal names no archive position: {lastFrame}, {standing}.");
        return now < before || (now == before && (standingEnded || !ended));
    }
}
