using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Law.Clocks;
using Qingshan.Law.Documents;
using Qingshan.Law.Thresholds;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.Reading;

namespace Qingshan.Web.CaseFiles;

/// <summary>A case as a post sees it, with what follows from it.</summary>
/// <param name="KnownAt">Recording time of a look into the past; null for now.</param>
/// <param name="Transfer">Its transfer, as far as the post may know of it.</param>
/// <param name="Clocks">The clocks of the transfer; empty below summary.</param>
/// <param name="Screening">What the statute book says of the facts; null below full access.</param>
/// <param name="Documents">The file held against the checklist of a transfer; empty below full access.</param>
/// <param name="PurposeOpens">True when choosing a purpose of reading would show more.</param>
public sealed record CaseSight(
    Seen<Case> Seen, Instant? KnownAt, Instant AsOf, Glance<Transfer>? Transfer, IReadOnlyList<ClockResult> Clocks, ScreenAnswer? Screening,
    IReadOnlyList<DocumentFinding> Documents, bool PurposeOpens)
{
    public Case Case => Seen.State;

    public string Id => Seen.State.Stream.Key;

    public bool Summary => Seen.Access.Level >= AccessLevel.Summary;

    /// <summary>The clock that is due first; null when none runs.</summary>
    public ClockResult? NextClock => Clocks.Where(clock => clock.EndedAt is null).MinBy(clock => clock.DueAt);

    /// <summary>The address of a tab, at the same look into the past.</summary>
    public string Address(string tab) => KnownAt is { } known ? $"/cases/{Id}?tab={tab}&known={Uri.EscapeDataString(Formats.Figures.Time(known, seconds: true))}" : $"/cases/{Id}?tab={tab}";
}

/// <summary>A party as the post may see it.</summary>
/// <param name="Name">Name of a firm, or the opened name of a person; null while it stays sealed.</param>
/// <param name="IdNumber">Opened number; null while it stays sealed or is not known.</param>
/// <param name="Erased">The key was destroyed: nobody can read it any more.</param>
public sealed record PartyCard(string Id, PartyRole Role, bool Person, string? Name, string? IdNumber, bool Erased);
