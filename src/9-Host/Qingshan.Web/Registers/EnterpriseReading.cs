using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Reading;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Access;
using Qingshan.Registry.Enterprises;
using Qingshan.Signals.Signals;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Registers;

/// <summary>Reads the registry of enterprises for pages and interface. The registry is a snapshot, so access is asked and written down here.</summary>
internal sealed class EnterpriseReading(
    ICurrent current, IAccess access, IAccessJournal journal, ReadDesk desk, IRegistry registry, IDirectory directory, StationReading stations, SignalQueries signals, CaseQueries cases)
{
    private Acting Who => current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");

    /// <summary>Every enterprise the post may know of, by name.</summary>
    public Outcome<IReadOnlyList<EnterpriseLine>> List() => access.Permit(Who, "registry.read").Then<IReadOnlyList<EnterpriseLine>>(_ =>
    {
        var open = Whole(signals.List(state: nameof(SignalState.Open)), row => row.Subject).ToLookup(row => row.Enterprise, StringComparer.Ordinal);
        return desk.Filter(Who, registry.Enterprises, firm => RegistrySubjects.Of(firm, directory))
            .Select(seen => new EnterpriseLine(seen.Row, seen.Level, open[seen.Row.Id].Count(), seen.Level >= AccessLevel.Full ? Health(seen.Row.Id) : [])).ToList();
    });

    public async Task<Outcome<EnterpriseSight>> ReadAsync(string id)
    {
        var firm = registry.FindEnterprise(id);
        var stream = $"enterprise/{id}";
        if (firm is null || !access.Permit(Who, "registry.read", RegistrySubjects.Of(firm, directory)).TryGet(out var answer, out _))
        {
            await journal.WriteAsync(new AccessRead(Who, stream, "read", AccessLevel.None, Refused: true));
            return AccessReasons.NotFound.Refuse();
        }

        if (answer.Level < AccessLevel.Full)
            return new EnterpriseSight(firm, answer, [], [], []);
        await journal.WriteAsync(new AccessRead(Who, stream, "read", answer.Level, Refused: false));
        return new EnterpriseSight(
            firm, answer, [.. registry.Stations.Where(station => station.Enterprise == id).Select(stations.Read)],
            Whole(signals.List(enterprise: id), row => row.Subject), Whole(cases.List(enterprise: id), row => row.Subject));
    }

    private List<StationHealth> Health(string enterprise) => [.. registry.Stations.Where(station => station.Enterprise == enterprise).Select(station => stations.Read(station).Health)];

    // That a signal or case is about this enterprise is itself content, so only rows seen whole are shown here.
    private List<TRow> Whole<TRow>(IEnumerable<TRow> rows, Func<TRow, Subject> subject) => [.. desk.Filter(Who, rows, subject, AccessLevel.Full).Select(seen => seen.Row)];
}
