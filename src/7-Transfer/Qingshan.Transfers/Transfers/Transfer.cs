using Qingshan.Directory.Access;
using Qingshan.Record.Entries;

namespace Qingshan.Transfers.Transfers;

/// <summary>Where a transfer stands, in the order of its steps.</summary>
public enum TransferStep
{
    Reported,
    Approved,
    Refused,
    Sent,
    Received,
    Accepted,
    Filed,
    NotFiled,
    Returned,
}

/// <summary>A transfer of a case from an administrative agency to the police: the fold of its entries.</summary>
public sealed record Transfer : IFold<Transfer>, IHasSubject
{
    public const string Kind = "transfer";

    public static Transfer Empty { get; } = new();

    public StreamId Stream { get; init; }

    public long Version { get; init; }

    public TransferStep Step { get; init; }

    public TransferReportSubmitted? Report { get; init; }

    /// <summary>Who wrote the report: nobody approves his own act.</summary>
    public string Reporter { get; init; } = "";

    public TransferLetterMade? Letter { get; init; }

    public TransferSent? Sent { get; init; }

    /// <summary>The police organ that has it now; another one after it was forwarded.</summary>
    public string Police { get; init; } = "";

    public ReceiptSigned? Receipt { get; init; }

    public TransferAccepted? Accepted { get; init; }

    /// <summary>What the police said is missing and has not come yet.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>All documents that went to the police.</summary>
    public IReadOnlyList<TransferredDocument> Documents { get; init; } = [];

    public FilingDecided? Filed { get; init; }

    public FilingRefused? NotFiled { get; init; }

    public bool Notified { get; init; }

    public bool NoticeReceived { get; init; }

    public ItemsHandedOver? HandedOver { get; init; }

    public ItemsAcknowledged? Acknowledged { get; init; }

    /// <summary>Every step with its time, for the two lanes.</summary>
    public IReadOnlyList<Entry> History { get; init; } = [];

    public Subject Subject => new(Stream, Stage, Report?.Agency ?? "", Report?.Division ?? "")
    {
        Team = [.. Report?.Officers ?? []],
        Receiving = Sent is null ? [] : [Police],
    };

    private string Stage => Step switch
    {
        TransferStep.Reported or TransferStep.Approved => "report",
        TransferStep.Refused or TransferStep.Returned => "closed",
        _ => "sent",
    };

    /// <summary>What is still missing once these documents have come.</summary>
    internal IReadOnlyList<string> MissingAfter(IReadOnlyList<TransferredDocument> documents) => [.. Missing.Except(documents.Select(document => document.Document))];

    public Transfer Apply(Entry entry) => (this with { Stream = entry.Stream, Version = entry.Version, History = [.. History, entry] }).With(entry);

    private Transfer With(Entry entry) => entry.Body switch
    {
        TransferReportSubmitted report => this with { Report = report, Reporter = entry.By.Person, Police = report.Police },
        TransferApproved => this with { Step = TransferStep.Approved },
        TransferRefused => this with { Step = TransferStep.Refused },
        TransferLetterMade letter => this with { Letter = letter },
        TransferSent sent => this with { Step = TransferStep.Sent, Sent = sent, Documents = sent.Documents },
        TransferForwarded forwarded => this with { Step = TransferStep.Sent, Police = forwarded.Police, Receipt = null, Accepted = null },
        TransferReturned => this with { Step = TransferStep.Returned },
        _ => AtPolice(entry.Body),
    };

    private Transfer AtPolice(EntryBody body) => body switch
    {
        ReceiptSigned receipt => this with { Step = TransferStep.Received, Receipt = receipt },
        TransferAccepted accepted => this with { Step = TransferStep.Accepted, Accepted = accepted },
        SupplementRequested request => this with { Missing = [.. Missing.Union(request.Missing)] },
        TransferSupplemented supplement => this with
        {
            Documents = [.. Documents, .. supplement.Documents],
            Missing = MissingAfter(supplement.Documents),
        },
        FilingDecided filed => this with { Step = TransferStep.Filed, Filed = filed },
        FilingRefused refused => this with { Step = TransferStep.NotFiled, NotFiled = refused },
        AgencyNotified => this with { Notified = true },
        Transfers.NoticeReceived => this with { NoticeReceived = true },
        ItemsHandedOver items => this with { HandedOver = items },
        ItemsAcknowledged items => this with { Acknowledged = items },
        _ => this,
    };
}
