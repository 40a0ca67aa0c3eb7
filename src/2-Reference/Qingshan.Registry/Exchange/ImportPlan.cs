using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Qingshan.Record.Entries;

namespace Qingshan.Registry.Exchange;

/// <summary>The registers that exchange files.</summary>
public enum RegisterKind
{
    Vessel,
    Zone,
}

/// <summary>What an import would do with a row.</summary>
public enum RowOutcome
{
    New,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>What an import of a file would do, row by row. Nothing is written by making one.</summary>
/// <param name="File">SHA-256 of the file.</param>
/// <param name="Mark">A digest of this plan: it differs when the register or the file does.</param>
/// <param name="Notices">What people should know of the file as a whole, such as columns that are not used.</param>
public sealed record ImportPlan(RegisterKind Register, string File, string Mark, IReadOnlyList<PlannedRow> Rows, IReadOnlyList<Bilingual> Notices)
{
    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    internal static ImportPlan Of(RegisterKind register, string file, IReadOnlyList<PlannedRow> rows, IReadOnlyList<Bilingual> notices) =>
        new(register, file, Digest(register, rows), rows, notices);

    private static string Digest(RegisterKind register, IReadOnlyList<PlannedRow> rows)
    {
        var text = new StringBuilder().Append(register).Append('\n');
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Row} {row.Outcome} {row.Id} {row.Version}");
            foreach (var change in row.Changes)
                text.Append('\t').Append(change.Name).Append('\t').Append(change.Before).Append('\t').Append(change.After);
            text.AppendJoin(' ', row.Problems.Select(problem => problem.Refusal.ToString())).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>One row of a plan.</summary>
/// <param name="Row">As a spreadsheet shows it, or number of the feature.</param>
/// <param name="Id">Key of the object; empty where the row does not tell.</param>
/// <param name="Title">Name as typed.</param>
/// <param name="Changes">What differs from the register; of a new object, every field that is filled.</param>
public sealed record PlannedRow(
    int Row, string Id, string Title, RowOutcome Outcome, IReadOnlyList<FieldChange> Changes, IReadOnlyList<RowProblem> Problems, IReadOnlyList<Bilingual> Notices)
{
    public bool CanImport => Outcome is RowOutcome.New or RowOutcome.Changed;

    /// <summary>Version of the object the row was compared with; 0 for a new one.</summary>
    internal long Version { get; init; }

    /// <summary>What would be appended, given why, the file and the row; null where nothing can be.</summary>
    internal Func<string, string, EntryBody>? Body { get; init; }
}

/// <summary>A field before and after.</summary>
/// <param name="Name">Column.</param>
/// <param name="Label">Its name for people.</param>
public sealed record FieldChange(string Name, Bilingual Label, string Before, string After);
