using NodaTime;
using Qingshan.Protocols.Ais;
using Qingshan.Record.Reasons;

namespace Qingshan.Sensing.Vessels;

/// <summary>What an archived sentence is: rejected, withheld, or a fix, a statement about the ship, or both.</summary>
/// <param name="Decoded">A valid sentence.</param>
/// <param name="Reason">Why it is rejected (not decoded) or withheld (decoded); null for an observation.</param>
/// <param name="Position">Place and movement; null where the message has none.</param>
/// <param name="Identity">What it says of the ship; null where the message says nothing.</param>
internal readonly record struct AisVerdict(bool Decoded, Reason? Reason, Instant At, AisPosition? Position, AisIdentity? Identity)
{
    /// <summary>The MMSI it names; 0 where that was not read.</summary>
    public int Mmsi => Position?.Mmsi ?? Identity?.Mmsi ?? 0;

    public static AisVerdict Rejected(Reason reason) => new(false, reason, default, null, null);

    public static AisVerdict Withheld(Reason reason) => new(true, reason, default, null, null);
}
