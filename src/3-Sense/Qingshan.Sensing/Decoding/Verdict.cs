using Qingshan.Record.Reasons;

namespace Qingshan.Sensing.Decoding;

/// <summary>What an archived stretch is: rejected, withheld or a frame to be stored. A pure function of the record and the rules.</summary>
/// <param name="Decoded">A valid frame.</param>
/// <param name="Reason">Why it is rejected (not decoded) or withheld (decoded); null for a frame to be stored.</param>
/// <param name="Mn">The station it names, where it can be read.</param>
/// <param name="Frame">The frame to be stored.</param>
internal sealed record Verdict(bool Decoded, Reason? Reason, string Mn, ObservedFrame? Frame)
{
    public static Verdict Rejected(Reason reason, string mn = "") => new(false, reason, mn, null);

    public static Verdict Withheld(Reason reason, string mn) => new(true, reason, mn, null);
}
