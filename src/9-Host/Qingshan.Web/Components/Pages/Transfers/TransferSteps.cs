using Qingshan.Law.Clocks;
using Qingshan.Record.Entries;
using Qingshan.Transfers.Transfers;
using StepState = Qingshan.Web.Components.Parts.StepState;

namespace Qingshan.Web.Components.Pages.Transfers;

/// <summary>One card of the two lanes.</summary>
/// <param name="Key">Names its title <c>transfer.step.KEY</c>.</param>
/// <param name="Police">True on the lane of the police.</param>
/// <param name="Rule">The clock that runs for it; null where none does.</param>
/// <param name="Done">The entry that did it; null where it is not done.</param>
/// <param name="Clock">The last run of the clock; null before it starts.</param>
public sealed record TransferCard(string Key, bool Police, string? Rule, StepState State, Entry? Done, ClockResult? Clock);

/// <summary>The procedure of a transfer as cards. Pure: state and clocks in, cards out.</summary>
internal static class TransferSteps
{
    private static readonly Step[] All =
    [
        new("report", false, null, [], entry => entry is TransferReportSubmitted),
        new("approve", false, "K01", ["transfer.approve"], entry => entry is TransferApproved or TransferRefused),
        new("letter", false, null, ["transfer.make-letter"], entry => entry is TransferLetterMade),
        new("send", false, "K02", ["transfer.send"], entry => entry is TransferSent),
        new("pass-on", true, "K07", [], entry => entry is TransferForwarded or TransferReturned, OnlyIfDone: true),
        new("receipt", true, null, ["transfer.sign-receipt"], entry => entry is ReceiptSigned, AnewAtNextPolice: true),
        new("accept", true, "K03", ["transfer.accept"], entry => entry is TransferAccepted, AnewAtNextPolice: true),
        new("incomplete", true, "K04", [], entry => entry is SupplementRequested, OnlyIfDone: true),
        new("supplement", false, "K05", ["transfer.supplement"], entry => entry is TransferSupplemented),
        new("decide", true, "K06", ["transfer.decide-filing"], entry => entry is FilingDecided or FilingRefused),
        new("notify", true, "K08", ["transfer.notify-agency"], entry => entry is AgencyNotified),
        new("confirm", false, null, ["transfer.confirm-notice-received"], entry => entry is NoticeReceived),
        new("hand-over", false, "K09", ["transfer.hand-over-items"], entry => entry is ItemsHandedOver),
        new("acknowledge", true, null, ["transfer.acknowledge-items"], entry => entry is ItemsAcknowledged),
    ];

    /// <summary>The cards in the order of the procedure; a card that this transfer does not need is left out.</summary>
    /// <param name="hasItems">The case holds objects to hand over.</param>
    public static IReadOnlyList<TransferCard> Of(Transfer transfer, IReadOnlyList<ClockResult> clocks, bool hasItems)
    {
        var open = TransferVerbs.Open(transfer, hasItems);
        return [.. All.Where(step => IsPart(step, transfer, hasItems)).Select(step => Card(step, transfer, clocks, open)).Where(card => card.State != StepState.Later || !IsOver(transfer))];
    }

    private static TransferCard Card(Step step, Transfer transfer, IReadOnlyList<ClockResult> clocks, IReadOnlyList<string> open)
    {
        var done = Done(step, transfer);
        var clock = clocks.Where(run => run.Rule.Id == step.Rule).MaxBy(run => run.StartedAt);
        return new(step.Key, step.Police, step.Rule, State(step, transfer, done, clock, open), done, clock);
    }

    private static StepState State(Step step, Transfer transfer, Entry? done, ClockResult? clock, IReadOnlyList<string> open)
    {
        // What was asked for and has only come in part is not done.
        if (done is not null && !(step.Key == "supplement" && IsAwaited(transfer)))
            return StepState.Done;
        if (clock is { State: Qingshan.Law.Clocks.ClockState.Overdue, EndedAt: null })
            return StepState.Overdue;
        if (!step.Verbs.Any(open.Contains))
            return StepState.Later;
        return step.Key == "supplement" ? StepState.Missing : StepState.Now;
    }

    private static bool IsPart(Step step, Transfer transfer, bool hasItems) => step.Key switch
    {
        _ when step.OnlyIfDone => Done(step, transfer) is not null,
        "supplement" => IsAwaited(transfer) || Done(step, transfer) is not null,
        "hand-over" or "acknowledge" => transfer.NotFiled is null && (hasItems || transfer.HandedOver is not null),
        _ => true,
    };

    // Once the police have decided, nothing more is owed.
    private static bool IsAwaited(Transfer transfer) => transfer.Missing.Count > 0 && transfer.Step is not (TransferStep.Filed or TransferStep.NotFiled);

    // Another police organ signs and accepts for itself.
    private static Entry? Done(Step step, Transfer transfer)
    {
        var history = step.AnewAtNextPolice ? transfer.History.Reverse().TakeWhile(entry => entry.Body is not TransferForwarded) : transfer.History.Reverse();
        return history.FirstOrDefault(entry => step.Is(entry.Body));
    }

    private static bool IsOver(Transfer transfer) => transfer.Step is TransferStep.Refused or TransferStep.Returned;

    private sealed record Step(
        string Key, bool Police, string? Rule, IReadOnlyList<string> Verbs, Func<EntryBody, bool> Is, bool OnlyIfDone = false, bool AnewAtNextPolice = false);
}
