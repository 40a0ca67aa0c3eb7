using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Components.Pages.Transfers;

/// <summary>What the step of a transfer allows, whoever looks. Who may do it is asked of the access table.</summary>
internal static class TransferVerbs
{
    /// <summary>Verbs that do not carry the procedure on by themselves: offered folded, below the others.</summary>
    public static IReadOnlySet<string> Aside { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "transfer.refuse", "transfer.find-incomplete", "transfer.extend-filing-clock", "transfer.refuse-filing", "transfer.forward", "transfer.return",
    };

    /// <summary>The verbs of the present step, those that carry on first. Once received, acceptance is always among them: an incomplete file never holds it back.</summary>
    public static IReadOnlyList<string> Open(Transfer transfer, bool hasItems)
    {
        List<string> verbs = transfer.Step switch
        {
            TransferStep.Reported => ["transfer.approve", "transfer.refuse"],
            TransferStep.Approved => transfer.Letter is null ? ["transfer.make-letter"] : ["transfer.send", "transfer.make-letter"],
            TransferStep.Sent => ["transfer.sign-receipt", "transfer.forward", "transfer.return"],
            TransferStep.Received => ["transfer.accept", "transfer.forward", "transfer.return"],
            TransferStep.Accepted => ["transfer.decide-filing", "transfer.find-incomplete", "transfer.extend-filing-clock", "transfer.refuse-filing"],
            _ => [],
        };
        if (transfer.Missing.Count > 0)
            verbs.Insert(0, "transfer.supplement");
        if (transfer.Step is TransferStep.Filed or TransferStep.NotFiled && !transfer.Notified)
            verbs.Add("transfer.notify-agency");
        if (transfer is { Notified: true, NoticeReceived: false })
            verbs.Add("transfer.confirm-notice-received");
        if (transfer is { Step: TransferStep.Filed, Notified: true, HandedOver: null } && hasItems)
            verbs.Add("transfer.hand-over-items");
        if (transfer is { HandedOver: not null, Acknowledged: null })
            verbs.Add("transfer.acknowledge-items");
        return verbs;
    }
}
