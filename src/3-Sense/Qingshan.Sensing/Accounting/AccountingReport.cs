namespace Qingshan.Sensing.Accounting;

/// <summary>
/// What became of everything one listener received. Derived from the archive: the same numbers come out after a crash and after the store was built anew.
/// <c>Received = Decoded + Rejected + Pending</c>; <c>Decoded = Stored + Withheld</c>.
/// </summary>
/// <param name="Received">Stretches archived: each candidate frame and each run of foreign bytes is one (a long run one per 64 kB).</param>
/// <param name="Decoded">Valid frames.</param>
/// <param name="Rejected">No valid frame, by reason code.</param>
/// <param name="Pending">Archived and not yet decoded.</param>
/// <param name="Stored">Frames that gave at least one new observation.</param>
/// <param name="Withheld">Valid frames that gave none, by reason code.</param>
/// <param name="ObservationsStored">Values stored.</param>
/// <param name="ObservationsLate">Of these, values that came late.</param>
/// <param name="ObservationsMerged">Values that stood there already.</param>
public sealed record AccountingReport(
    string Listener, long Received, long Decoded, IReadOnlyDictionary<string, long> Rejected, long Pending,
    long Stored, IReadOnlyDictionary<string, long> Withheld, long ObservationsStored, long ObservationsLate, long ObservationsMerged)
{
    /// <summary>Whether both sums hold.</summary>
    public bool Balanced => Received == Decoded + Rejected.Values.Sum() + Pending && Decoded == Stored + Withheld.Values.Sum();
}

/// <summary>Delivery accounting of all listeners.</summary>
public interface IAccounting
{
    IReadOnlyList<AccountingReport> Report();
}
