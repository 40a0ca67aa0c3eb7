using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Web.Components.Pages.Transfers;

namespace Qingshan.Web.Components.Pages.Statutes;

/// <summary>Where a rule was used, as far as a post may see: never more than its lists would show.</summary>
internal sealed class LawUse(ReadDesk desk, CaseQueries cases, TransferReader transfers)
{
    /// <summary>Cases whose duty to transfer rests on the row.</summary>
    public IReadOnlyList<CaseRow> CasesWith(Acting who, string row) =>
        [.. desk.Filter(who, cases.List().Where(item => item.DutyRows.Split(' ').Contains(row)), item => item.Subject).Select(seen => seen.Row)];

    /// <summary>Transfers on which the clock runs or ran.</summary>
    public IReadOnlyList<TransferListing> TransfersWith(Acting who, string rule) =>
        [.. transfers.List(who).Where(line => line.Clocks.Any(run => run.Rule.Id == rule))];
}
