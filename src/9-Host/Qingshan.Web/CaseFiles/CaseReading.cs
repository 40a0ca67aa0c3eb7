using NodaTime;
using NodaTime.Extensions;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Law;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.CaseFiles;

/// <summary>Reads cases for pages and interface.</summary>
internal sealed class CaseReading(
    ICurrent current, IAccess access, IAccessJournal journal, ReadDesk desk, Glances glances, CaseQueries cases, CaseScreening screening, TransferFile transferFile,
    StatuteBook book, ISealer sealer, TimeProvider time)
{
    public Acting Who => current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");

    /// <summary>Every case the post may know of, the newest first; rows at <see cref="AccessLevel.Exists"/> show no more than who leads.</summary>
    public Outcome<IReadOnlyList<SeenRow<CaseRow>>> List() =>
        access.Permit(Who, "case.read").Then<IReadOnlyList<SeenRow<CaseRow>>>(_ => desk.Filter(Who, cases.List(), row => row.Subject, AccessLevel.Exists).ToList());

    public async Task<Outcome<CaseSight>> ReadAsync(string id, Instant? knownAt, CancellationToken cancel)
    {
        if (!(await desk.ReadAsync<Case>(Who, new StreamId(Case.Kind, id), knownAt, cancel: cancel)).TryGet(out var seen, out var refusal))
            return refusal;
        var asOf = knownAt ?? time.GetUtcNow().ToInstant();
        var transfer = seen.State.Transfer is { } stream ? await glances.AtAsync<Transfer>(Who, stream, knownAt, cancel) : null;
        var summary = seen.Access.Level >= AccessLevel.Summary;
        return new CaseSight(
            seen, knownAt, asOf, transfer,
            summary && transfer is { Level: >= AccessLevel.Summary } ? TransferClocks.Of(transfer.State, asOf, book) : [],
            seen.Full && seen.State.Opened is not null ? screening.Screen(seen.State) : null,
            seen.Full ? transferFile.Check(transfer?.State ?? Transfer.Empty, seen.State) : [],
            !seen.Full && access.Ask(Who with { Purpose = "supervision" }, seen.Today).Level >= AccessLevel.Full);
    }

    /// <summary>True where the post may read the sealed fields of the case now.</summary>
    public bool MayReadPersons(Subject today) => access.Ask(Who, PersonalData(today)).Level >= AccessLevel.Full;

    /// <summary>The parties. Where sealed names are opened, that reading is written down before they are shown.</summary>
    public async Task<IReadOnlyList<PartyCard>> PartiesAsync(CaseSight sight, CancellationToken cancel)
    {
        var sealedOnes = sight.Case.Parties.Any(party => party.Name is not null);
        var opens = sealedOnes && MayReadPersons(sight.Seen.Today);
        if (sealedOnes)
            await journal.WriteAsync(new AccessRead(Who, PersonalData(sight.Seen.Today).Stream.ToString(), "read", opens ? AccessLevel.Full : AccessLevel.None, !opens), cancel);
        return [.. sight.Case.Parties.Select(party => Card(party, opens))];
    }

    /// <summary>The sealed fields of a case: the same relations and stage, another row of the table.</summary>
    private static Subject PersonalData(Subject today) => today with { Stream = new StreamId("personal-data", today.Stream.Key) };

    private PartyCard Card(PartyNamed party, bool opens)
    {
        if (party.Name is null)
            return new(party.Party, party.Role, false, party.Organisation, null, false);
        var name = opens ? sealer.Open(party.Name) : null;
        return new(party.Party, party.Role, true, name, opens && party.IdNumber is not null ? sealer.Open(party.IdNumber) : null, opens && name is null);
    }
}
