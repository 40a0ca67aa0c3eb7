using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Record.Entries;

namespace Qingshan.Cases.Cases;

/// <summary>Where a case stands; also the stage word of the access table.</summary>
public enum CaseStage
{
    Administrative,

    /// <summary>Administrative, and the screening says that a criminal threshold is reached.</summary>
    AdministrativeReached,

    /// <summary>Sent to the police, who have not decided yet.</summary>
    Transferred,

    /// <summary>Filed by the police.</summary>
    Criminal,

    Closed,
}

/// <summary>How the duty to transfer stands.</summary>
public enum TransferDuty
{
    None,
    Open,
    Discharged,

    /// <summary>The head decided not to transfer; the reasons are on record.</summary>
    Declined,

    /// <summary>It was sent, and the police did not file: the agency now handles it, by a penalty where one is due (国务院令310号 art. 10).</summary>
    NotFiled,
}

/// <summary>A case: the fold of its entries.</summary>
public sealed record Case : IFold<Case>, IHasSubject
{
    public const string Kind = "case";

    public static Case Empty { get; } = new();

    public StreamId Stream { get; init; }

    public long Version { get; init; }

    public CaseOpened? Opened { get; init; }

    public Instant OpenedAt { get; init; }

    /// <summary>The agency that owns the case now.</summary>
    public string Lead { get; init; } = "";

    public IReadOnlyList<string> Team { get; init; } = [];

    public IReadOnlyList<string> FormerOwners { get; init; } = [];

    /// <summary>The police a transfer was sent to.</summary>
    public string Police { get; init; } = "";

    public IReadOnlyList<PartyNamed> Parties { get; init; } = [];

    /// <summary>Facts in force, one of each name and item.</summary>
    public IReadOnlyList<FactRecorded> Facts => FactsInForce.Of(Statements);

    /// <summary>All statements of facts that were not withdrawn; lower concentrations wait here behind the one in force.</summary>
    internal IReadOnlyList<FactRecorded> Statements { get; init; } = [];

    public IReadOnlyList<EvidenceAdded> Evidence { get; init; } = [];

    public IReadOnlyList<ObjectsListed> Objects { get; init; } = [];

    public TransferDuty Duty { get; init; }

    public TransferDutyArose? DutyGround { get; init; }

    public Instant? DutySince { get; init; }

    public string NonTransferReasons { get; init; } = "";

    public StreamId? Transfer { get; init; }

    public string FilingNumber { get; init; } = "";

    public FineDecided? Fine { get; init; }

    public CaseClosed? Closed { get; init; }

    public CaseStage Stage => (Closed, FilingNumber.Length > 0, Duty) switch
    {
        (not null, _, _) => CaseStage.Closed,
        (null, true, _) => CaseStage.Criminal,
        (null, false, TransferDuty.Discharged) => CaseStage.Transferred,
        (null, false, TransferDuty.Open or TransferDuty.Declined or TransferDuty.NotFiled) => CaseStage.AdministrativeReached,
        _ => CaseStage.Administrative,
    };

    public Subject Subject => new(Stream, CaseStages.Word(Stage, DutyGround is not null), Lead, Opened?.Division ?? "")
    {
        Team = [.. Team],
        Receiving = Stage == CaseStage.Transferred ? [Police] : [],
        FormerOwners = [.. FormerOwners],
    };

    public Case Apply(Entry entry) => (this with { Stream = entry.Stream, Version = entry.Version }).With(entry);

    private Case With(Entry entry) => entry.Body switch
    {
        CaseOpened opened => this with { Opened = opened, OpenedAt = entry.OccurredAt, Lead = opened.Agency, Team = opened.Officers },
        OfficerNamed named => this with { Team = [.. Team.Where(p => p != named.Officer), named.Officer] },
        PartyNamed party => this with { Parties = [.. Parties, party] },
        FactRecorded fact => this with { Statements = FactsInForce.With(Statements, fact) },
        FactWithdrawn fact => this with { Statements = FactsInForce.Without(Statements, fact.Name, fact.Item) },
        EvidenceAdded item => this with { Evidence = [.. Evidence, item] },
        ObjectsListed list => this with { Objects = [.. Objects, list] },
        _ => WithDuty(entry),
    };

    private Case WithDuty(Entry entry) => entry.Body switch
    {
        TransferDutyArose duty => this with { Duty = TransferDuty.Open, DutyGround = duty, DutySince = DutySince ?? entry.OccurredAt },
        TransferReported reported => this with { Transfer = reported.Transfer },
        TransferDutyDischarged sent => this with { Duty = TransferDuty.Discharged, Transfer = sent.Transfer, Police = sent.Police },
        TransferPassedOn passed => this with { Police = passed.Police },
        NonTransferDecided decided => this with { Duty = TransferDuty.Declined, NonTransferReasons = decided.Reasons, Transfer = null },
        CaseOwnershipMoved moved => this with
        {
            Lead = moved.To,
            FormerOwners = [.. FormerOwners, moved.From],
            Team = [moved.Officer],
            FilingNumber = moved.FilingNumber,
        },
        CaseReturned returned => this with { Duty = returned.NotFiled ? TransferDuty.NotFiled : TransferDuty.Open, Transfer = null, Police = "" },
        FineDecided fine => this with { Fine = fine },
        CaseClosed closed => this with { Closed = closed },
        _ => this,
    };
}

/// <summary>The stage words of the access table.</summary>
public static class CaseStages
{
    /// <param name="reached">The screening once said that a threshold is reached: the procuratorate then keeps sight of a closed case.</param>
    public static string Word(CaseStage stage, bool reached) => stage switch
    {
        CaseStage.Administrative => "administrative",
        CaseStage.AdministrativeReached => "administrative-reached",
        CaseStage.Transferred => "transferred",
        CaseStage.Criminal => "criminal",
        CaseStage.Closed => reached ? "closed-reached" : "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
