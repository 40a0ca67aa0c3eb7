using System.Text;
using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Exchange;

/// <summary>A file as rows of named texts, whichever format it has.</summary>
/// <param name="Names">Every column or property that occurs.</param>
internal sealed record Sheet(IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Names)
{
    /// <summary>The cell of a sheet in which a boundary stands; a feature has its geometry instead.</summary>
    public const string Boundary = "boundary";

    /// <summary>Reads GeoJSON or CSV, told by the first sign. Any bytes give rows or a reason.</summary>
    public static Outcome<Sheet> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > ExchangeLimits.FileBytes)
            return ExchangeReasons.FileTooLarge.Refuse(("limit", ExchangeLimits.FileBytes >> 20));
        var bytes = file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file;
        if (FirstUnreadable(bytes.Span) is { } position)
            return ExchangeReasons.NotUtf8.Refuse(("position", position + file.Length - bytes.Length + 1));
        var content = bytes.Span.TrimStart(" \t\r\n"u8);
        if (content.IsEmpty)
            return ExchangeReasons.EmptyFile.Refuse();
        return content[0] is (byte)'{' or (byte)'[' ? GeoJsonSheet.Read(bytes) : OfCsv(Encoding.UTF8.GetString(bytes.Span));
    }

    private static Outcome<Sheet> OfCsv(string text)
    {
        if (!CsvText.Read(text).TryGet(out var rows, out var refusal))
            return refusal;
        if (rows.Count < 2)
            return ExchangeReasons.EmptyFile.Refuse();
        var names = rows[0].Fields.Select(name => name.Trim().ToLowerInvariant()).ToList();
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return ExchangeReasons.ColumnTwice.Refuse(("column", twice.Key));
        return new Sheet([.. rows.Skip(1).Select(row => Row(row.Number, names, row.Fields))], names);
    }

    private static SheetRow Row(int number, List<string> names, IReadOnlyList<string> fields)
    {
        var cells = names.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second.Trim(), StringComparer.Ordinal);
        var shape = cells.GetValueOrDefault(Boundary) is { Length: > 0 } text ? Shape.Of(text) : (Outcome<Shape>?)null;
        return new SheetRow(number, cells, shape)
        {
            Problems = fields.Count == names.Count ? [] : [new("", ExchangeReasons.FieldCount.Refuse(("count", fields.Count), ("expected", names.Count)))],
        };
    }

    private static int? FirstUnreadable(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return null;
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;
        return position;
    }
}

/// <summary>One row of a sheet or one feature.</summary>
/// <param name="Number">Row as a spreadsheet shows it, or number of the feature from 1.</param>
/// <param name="Cells">By name in small letters, without outer spaces.</param>
/// <param name="Shape">Its boundary, or why it is none; null where the row has none.</param>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<string, string> Cells, Outcome<Shape>? Shape)
{
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];
}

/// <summary>What is wrong with one field of a row.</summary>
/// <param name="Field">Column or property; empty for the row as a whole.</param>
public sealed record RowProblem(string Field, Refusal Refusal);
