using Qingshan.Cases.Cases;
using Qingshan.Directory.Reading;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Today;

/// <summary>The rows that today's list is made of, each with how much of it the post may see.</summary>
public sealed record TodaySources
{
    public IReadOnlyList<SeenRow<TransferRow>> Transfers { get; init; } = [];

    /// <summary>Events of transfers, by transfer.</summary>
    public ILookup<string, TransferEventRow> Events { get; init; } = Array.Empty<TransferEventRow>().ToLookup(row => row.Transfer);

    public IReadOnlyList<SeenRow<TaskRow>> Tasks { get; init; } = [];

    public IReadOnlyList<SeenRow<SignalRow>> Signals { get; init; } = [];

    public IReadOnlyList<SeenRow<SampleRow>> Samples { get; init; } = [];

    public IReadOnlyList<SeenRow<CaseRow>> Cases { get; init; } = [];

    /// <summary>Keys of the transfers that somebody of the agency has opened.</summary>
    public IReadOnlySet<string> OpenedCopies { get; init; } = new HashSet<string>();
}
