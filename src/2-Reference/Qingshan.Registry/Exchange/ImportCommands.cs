using NodaTime.Extensions;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Access;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Exchange;

/// <summary>Imports rows of a file that was previewed.</summary>
/// <param name="File">SHA-256 of the file, as the preview gave it.</param>
/// <param name="FileName">Name of the file, for people.</param>
/// <param name="Mark">The preview's mark: when the register changed since, nothing is imported.</param>
/// <param name="All">Every row that is new or changed; rows that are refused stay out.</param>
/// <param name="Rows">The chosen rows, where it is not all.</param>
/// <param name="Datum">Datum of zones that name none, as in the preview.</param>
/// <param name="Why">Why, or on what basis.</param>
public sealed record ApplyImport(RegisterKind Register, string File, string FileName, string Mark, bool All, IReadOnlyList<int>? Rows, string Datum, string Why);

/// <summary>Previews files and imports them. A preview writes nothing; an import is one decision with an entry for each object and one for itself.</summary>
public sealed class ImportCommands(CommandDesk desk, SiteRegistry registry, IDirectory directory, IAccess access, IAccessJournal journal, ImportShelf shelf, TimeProvider time, Ids ids)
{
    public const string Kind = "import";
    private const string Verb = "import.apply";

    /// <summary>What an import of this file would do. It shows what the register says, so it is written to the access log. Refusals: <see cref="ExchangeReasons"/>.</summary>
    public async Task<Outcome<ImportPlan>> PreviewAsync(Acting who, RegisterKind register, string datum, ReadOnlyMemory<byte> file, CancellationToken cancel = default)
    {
        var denied = access.Permit(who, Verb).Refusal;
        await journal.WriteAsync(new AccessRead(who, $"{register} register".ToLowerInvariant(), Verb, denied is null ? AccessLevel.Full : AccessLevel.None, denied is not null), cancel);
        return denied is null ? Planner(who).Plan(register, datum, file) : denied;
    }

    /// <summary>The same for a file on the shelf.</summary>
    public async Task<Outcome<ImportPlan>> PreviewAsync(Acting who, RegisterKind register, string datum, string sha256, CancellationToken cancel = default) =>
        shelf.Read(sha256).TryGet(out var file, out var gone) ? await PreviewAsync(who, register, datum, file, cancel) : gone;

    public Task<Outcome<Done>> ApplyAsync(CommandContext context, ApplyImport command, CancellationToken cancel) => desk.BeginAsync(
        context, Verb, new StreamId(Kind, ids.New()), command, (changes, _) => ValueTask.FromResult(Decide(context.Who, command, changes)), cancel);

    private Refusal? Decide(Acting who, ApplyImport command, Changes changes)
    {
        if (string.IsNullOrWhiteSpace(command.Why))
            return ExchangeReasons.WhyMissing.RefuseField("why");
        if (command.Why.Length > ExchangeLimits.LongText)
            return ExchangeReasons.TooLong.RefuseField("why", ("length", command.Why.Length), ("limit", ExchangeLimits.LongText));
        if (!shelf.Read(command.File).Then(file => Planner(who).Plan(command.Register, command.Datum, file)).TryGet(out var plan, out var refusal))
            return refusal;
        if (plan.Mark != command.Mark)
            return ExchangeReasons.RegisterChanged.Refuse();
        return Chosen(plan, command).TryGet(out var rows, out var unfit) ? Add(plan, rows, command, changes) : unfit;
    }

    private static Refusal? Add(ImportPlan plan, List<PlannedRow> rows, ApplyImport command, Changes changes)
    {
        if (rows.Count == 0)
            return ExchangeReasons.NothingToImport.Refuse();
        var kind = plan.Register == RegisterKind.Vessel ? "vessel" : "zone";
        foreach (var row in rows)
            changes.AddTo(new StreamId(kind, row.Id), row.Version, row.Body!(command.Why.Trim(), plan.File));
        changes.Add(new ImportApplied(
            plan.Register, plan.File, Name(command.FileName), rows.Count(row => row.Outcome == RowOutcome.New), rows.Count(row => row.Outcome == RowOutcome.Changed),
            [.. rows.Select(row => row.Row)], command.Why.Trim()));
        return null;
    }

    private static Outcome<List<PlannedRow>> Chosen(ImportPlan plan, ApplyImport command)
    {
        if (command.All)
            return plan.Rows.Where(row => row.CanImport).ToList();
        var byNumber = plan.Rows.ToDictionary(row => row.Row);
        foreach (var number in command.Rows ?? [])
        {
            if (!byNumber.TryGetValue(number, out var row))
                return ExchangeReasons.NoSuchRow.RefuseField("rows", ("row", number));
            if (row.Outcome == RowOutcome.Refused)
                return ExchangeReasons.RowRefused.RefuseField("rows", ("row", number));
        }

        return (command.Rows ?? []).Distinct().Select(number => byNumber[number]).Where(row => row.CanImport).ToList();
    }

    private ImportPlanner Planner(Acting who) => new(
        registry.Now, time.GetUtcNow().ToInstant().InZone(Zone.TimeZone).Date, known => access.Ask(who, SubjectOf(known)).Level >= AccessLevel.Full);

    private Subject SubjectOf(object known) => known is Vessel vessel ? RegistrySubjects.Of(vessel, directory) : RegistrySubjects.Of((Zone)known, directory);

    private static string Name(string fileName) => fileName.Length <= ExchangeLimits.Text ? fileName : fileName[..ExchangeLimits.Text];
}
