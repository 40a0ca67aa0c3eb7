using Qingshan.Directory.Access;
using Qingshan.Record.Reasons;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Observations;
using Qingshan.Signals.Exceedance;
using Qingshan.Signals.Signals;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Registers;

/// <summary>The delivery accounting from the wire to the signal.</summary>
/// <param name="DetectorInputs">Frames handed to the detector; null while it is still catching up.</param>
public sealed record AccountingSight(IReadOnlyList<AccountingReport> Listeners, long? DetectorInputs, string DetectorAt, string StoredAt, SignalTotals Signals);

/// <summary>A page of quarantined stretches.</summary>
/// <param name="More">Position from which older ones go on; null on the last page.</param>
public sealed record QuarantinePage(IReadOnlyList<QuarantinedStretch> Stretches, string? More);

/// <summary>Reads the accounting for those whose post answers for it. It holds counts and frames, no signal and no case.</summary>
internal sealed class AccountingReading(
    ICurrent current, IAccess access, IAccounting accounting, IObservations observations, IObservationFeed feed, ExceedanceRunner detector, SignalQueries signals)
{
    private const int PageSize = 50;

    public Outcome<AccountingSight> Read() => Permit().Then<AccountingSight>(_ =>
    {
        var (seen, stored) = (detector.SeenUpTo, feed.StoredUpTo);
        var reports = accounting.Report();
        // Every stored frame is handed on, so a detector that has seen all has had them all.
        return new AccountingSight(reports, seen >= stored ? reports.Sum(report => report.Stored) : null, seen.ToString(), stored.ToString(), signals.Totals());
    });

    /// <param name="mn">Only those that name this station; empty for all.</param>
    /// <param name="before">Only older ones.</param>
    public Outcome<QuarantinePage> Quarantine(string? mn, string? before) => Permit().Then<QuarantinePage>(_ =>
    {
        ArchivePosition? end = ArchivePosition.TryParse(before, out var position) ? position : null;
        var stretches = observations.Quarantined(PageSize + 1, string.IsNullOrWhiteSpace(mn) ? null : mn.Trim(), end);
        return new QuarantinePage([.. stretches.Take(PageSize)], stretches.Count > PageSize ? stretches[PageSize - 1].Position.ToString() : null);
    });

    private Outcome<AccessAnswer> Permit() => access.Permit(current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in."), "accounting.read");
}
