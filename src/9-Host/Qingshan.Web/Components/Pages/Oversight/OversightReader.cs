using NodaTime;
using NodaTime.Extensions;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Record.Views;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.Components.Pages.Transfers;

namespace Qingshan.Web.Components.Pages.Oversight;

/// <summary>A case in which a criminal threshold is reached and which nobody has transferred.</summary>
/// <param name="Since">When the duty arose.</param>
/// <param name="UnderWay">A transfer was reported and has not been sent.</param>
public sealed record Untransferred(CaseRow Row, Instant Since, int Days, TransferListing? UnderWay)
{
    /// <summary>The head declined; his reasons are part of the summary, because they are recorded for the procuratorate (the form says so to him).</summary>
    public bool Declined => Row.Duty == nameof(TransferDuty.Declined);

    public IReadOnlyList<string> Rows => Row.DutyRows.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What a procurator looks at, in the order in which it matters.</summary>
public sealed record OversightView(
    IReadOnlyList<Untransferred> Untransferred, IReadOnlyList<TransferListing> Missed, IReadOnlyList<TransferListing> Back, IReadOnlyList<TransferListing> All);

/// <summary>Gathers what a procurator's office oversees. Every row was asked of the access table; the numbers are those of the rows.</summary>
internal sealed class OversightReader(ReadDesk desk, CaseQueries cases, TransferReader transfers, TimeProvider time)
{
    public OversightView Read(Acting who)
    {
        var all = transfers.List(who);
        var now = time.GetUtcNow().ToInstant();
        var open = new[] { nameof(TransferDuty.Open), nameof(TransferDuty.Declined) }.SelectMany(duty => desk.Filter(who, cases.List(duty: duty), row => row.Subject));
        return new(
            [.. open.Select(seen => Of(seen.Row, all, now)).OrderBy(row => row.Since)],
            [.. all.Where(line => line.Missed.Count > 0)],
            [.. all.Where(line => line.Row.Step is nameof(TransferStep.Refused) or nameof(TransferStep.Returned) or nameof(TransferStep.NotFiled))],
            all);
    }

    private static Untransferred Of(CaseRow row, IReadOnlyList<TransferListing> transfers, Instant now)
    {
        var since = ViewTime.Parse(row.DutySince ?? row.OpenedAt);
        return new(row, since, (int)(now - since).TotalDays, row.Transfer is { } id ? transfers.FirstOrDefault(line => line.Row.Id == id) : null);
    }
}
