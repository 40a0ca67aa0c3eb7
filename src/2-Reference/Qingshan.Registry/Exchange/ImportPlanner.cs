using System.Security.Cryptography;
using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Exchange;

/// <summary>Compares a file with the register. Pure: bytes, register and day in, plan out.</summary>
/// <param name="today">Local day, by which dates are plausible or not.</param>
/// <param name="mayChange">May whoever asks change this object of the register?</param>
internal sealed class ImportPlanner(RegistryState state, LocalDate today, Func<object, bool> mayChange)
{
    /// <summary>The plan, or why the file as a whole is refused.</summary>
    /// <param name="datum">Datum of zones that name none; empty when none was chosen.</param>
    public Outcome<ImportPlan> Plan(RegisterKind register, string datum, ReadOnlyMemory<byte> file) =>
        Sheet.Read(file).Then(sheet => register == RegisterKind.Vessel
            ? Plan(register, sheet, file, VesselRows.Columns, Vessels())
            : Plan(register, sheet, file, ZoneRows.Columns, Zones(datum)));

    private Outcome<ImportPlan> Plan<T>(RegisterKind register, Sheet sheet, ReadOnlyMemory<byte> file, IReadOnlyList<ExchangeColumn<T>> columns, Func<RowReader, Draft<T>> draft)
        where T : class
    {
        if (columns.FirstOrDefault(column => column.Required && !sheet.Names.Contains(column.Name, StringComparer.Ordinal)) is { } missing)
            return ExchangeReasons.ColumnMissing.Refuse(("column", missing.Name));
        var rows = sheet.Rows.Select(row => Planned(columns, new RowReader(row, today), draft)).ToList();
        return ImportPlan.Of(register, Convert.ToHexStringLower(SHA256.HashData(file.Span)), rows, Unused(sheet, columns));
    }

    private PlannedRow Planned<T>(IReadOnlyList<ExchangeColumn<T>> columns, RowReader row, Func<RowReader, Draft<T>> draft)
        where T : class
    {
        var read = draft(row);
        // Also where nothing would change: "the same" would tell what the register says to whoever may not read it.
        if (read.Known is { } known && !mayChange(known))
            row.Refuse("", ExchangeReasons.NotYours.Refuse());
        var changes = read.Made is null || row.Problems.Count > 0 ? [] : Changes(columns, read.Known, read.Made);
        var outcome = row.Problems.Count > 0 ? RowOutcome.Refused
            : read.Known is null ? RowOutcome.New
            : changes.Count > 0 ? RowOutcome.Changed : RowOutcome.Unchanged;
        return new PlannedRow(row.Row.Number, read.Id, read.Title, outcome, changes, row.Problems, read.Notices)
        {
            Version = read.Version,
            Body = outcome is RowOutcome.New or RowOutcome.Changed ? read.Body : null,
        };
    }

    private static List<FieldChange> Changes<T>(IReadOnlyList<ExchangeColumn<T>> columns, T? known, T made)
        where T : class =>
        [
            .. columns.Select(column => new FieldChange(column.Name, new Bilingual(column.Zh, column.En), known is null ? "" : column.Write(known), column.Write(made)))
                .Where(change => change.Before != change.After),
        ];

    private static List<Bilingual> Unused<T>(Sheet sheet, IReadOnlyList<ExchangeColumn<T>> columns)
    {
        var unused = sheet.Names.Where(name => name.Length > 0 && columns.All(column => column.Name != name)).ToList();
        return unused.Count == 0 ? [] : [new($"以下列不使用：{string.Join('、', unused)}", $"Columns that are not used: {string.Join(", ", unused)}")];
    }

    private Func<RowReader, Draft<Vessel>> Vessels()
    {
        var (ids, numbers) = (new Seen(), new Seen());
        return row =>
        {
            var (typed, read) = VesselRows.Read(row, state.Enterprises.ContainsKey);
            var id = typed.Length > 0 || row.Problems.Count > 0 ? typed : IdOf(row, read.Mmsi);
            ids.Check(row, "id", id);
            numbers.Check(row, "mmsi", read.Mmsi);
            if (state.VesselsByMmsi.TryGetValue(read.Mmsi, out var holder) && holder != id)
                row.Refuse("mmsi", Taken(state.Vessels[holder], read.Mmsi));
            var known = state.Vessels.GetValueOrDefault(id);
            var kept = VesselRows.Keep(read, known);
            return new Draft<Vessel>(id, read.Name, known, known?.Version ?? 0, row.Problems.Count > 0 ? null : VesselFold.Of(id, kept, 0), [])
            {
                Body = (why, file) => kept with { Why = why, File = file, Row = row.Row.Number },
            };
        };
    }

    private Refusal Taken(Vessel holder, string mmsi) => mayChange(holder)
        ? ExchangeReasons.MmsiTaken.Refuse(("value", mmsi), ("name", holder.Name), ("id", holder.Id))
        : ExchangeReasons.NotYours.Refuse();

    // A file from elsewhere has no ids of ours: the MMSI tells the vessel.
    private string IdOf(RowReader row, string mmsi)
    {
        if (mmsi.Length > 0)
            return state.VesselsByMmsi.GetValueOrDefault(mmsi) ?? $"mmsi-{mmsi}";
        row.Refuse("id", ExchangeReasons.NoIdentity.Refuse());
        return "";
    }

    private Func<RowReader, Draft<Zone>> Zones(string datum)
    {
        var ids = new Seen();
        return row =>
        {
            var (id, read, _, notices) = ZoneRows.Read(row, datum);
            ids.Check(row, "id", id);
            var known = state.Zones.GetValueOrDefault(id);
            return new Draft<Zone>(id, read.NameZh, known, known?.Version ?? 0, row.Problems.Count > 0 ? null : ZoneFold.Of(id, read, 0), notices)
            {
                Body = (why, file) => read with { Why = why, File = file, Row = row.Row.Number },
            };
        };
    }

    /// <summary>What a row would make of an object.</summary>
    private sealed record Draft<T>(string Id, string Title, T? Known, long Version, T? Made, IReadOnlyList<Bilingual> Notices)
        where T : class
    {
        public required Func<string, string, EntryBody> Body { get; init; }
    }

    /// <summary>Values that may stand in one row of the file only.</summary>
    private sealed class Seen
    {
        private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

        public void Check(RowReader row, string field, string value)
        {
            if (value.Length > 0 && !rows.TryAdd(value, row.Row.Number))
                row.Refuse(field, ExchangeReasons.SameInFile.Refuse(("value", value), ("row", rows[value])));
        }
    }
}
