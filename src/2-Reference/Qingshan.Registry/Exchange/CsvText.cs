using System.Text;
using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Exchange;

/// <summary>Reads and writes comma-separated values as RFC 4180 has them, strictly: what is not quoted rightly is refused with its row.</summary>
internal static class CsvText
{
    // A spreadsheet takes what begins so for a formula.
    private const string FormulaSigns = "=+-@\t";

    /// <summary>The rows with their numbers as a spreadsheet shows them (1 is the first); blank rows are left out. Line ends are CRLF, LF or CR.</summary>
    public static Outcome<IReadOnlyList<(int Number, IReadOnlyList<string> Fields)>> Read(string text)
    {
        var (rows, place, number) = (new List<(int, IReadOnlyList<string>)>(), 0, 0);
        while (place < text.Length)
        {
            number++;
            var fields = new List<string>();
            var more = true;
            while (more)
            {
                if (fields.Count == ExchangeLimits.Columns)
                    return ExchangeReasons.TooManyColumns.Refuse(("row", number), ("limit", ExchangeLimits.Columns));
                if (!Field(text, ref place, number).TryGet(out var field, out var refusal))
                    return refusal;
                fields.Add(field);
                more = place < text.Length && text[place] == ',';
                place += more ? 1 : LineEnd(text, place);
            }

            if (fields.Count == 1 && fields[0].Length == 0)
                continue;
            // The heading is a row as well.
            if (rows.Count > ExchangeLimits.Rows)
                return ExchangeReasons.TooManyRows.Refuse(("limit", ExchangeLimits.Rows));
            rows.Add((number, fields));
        }

        return rows;
    }

    /// <summary>One row with CRLF. A value that a spreadsheet would run as a formula gets an apostrophe, which reading takes away again.</summary>
    public static void Write(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(field => Quoted(Guarded(field)))).Append("\r\n");

    private static Outcome<string> Field(string text, ref int place, int row)
    {
        if (place < text.Length && text[place] == '"')
            return Quotation(text, ref place, row).Then<string>(quoted => Unguarded(quoted));
        var end = text.AsSpan(place).IndexOfAny(",\r\n");
        var field = end < 0 ? text[place..] : text.Substring(place, end);
        if (field.Contains('"', StringComparison.Ordinal))
            return ExchangeReasons.QuoteInField.Refuse(("row", row));
        place += field.Length;
        return Unguarded(field);
    }

    private static Outcome<string> Quotation(string text, ref int place, int row)
    {
        var value = new StringBuilder();
        for (var at = place + 1; ; at++)
        {
            var quote = at <= text.Length ? text.IndexOf('"', at) : -1;
            if (quote < 0)
                return ExchangeReasons.QuoteOpen.Refuse(("row", row));
            value.Append(text, at, quote - at);
            at = quote + 1;
            if (at < text.Length && text[at] == '"')
            {
                value.Append('"');
                continue;
            }

            place = at;
            return at == text.Length || text[at] is ',' or '\r' or '\n' ? value.ToString() : ExchangeReasons.QuoteInField.Refuse(("row", row));
        }
    }

    private static int LineEnd(string text, int place) => place >= text.Length ? 0 : text[place] == '\r' && place + 1 < text.Length && text[place + 1] == '\n' ? 2 : 1;

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Guarded(string field) => IsFormula(field.AsSpan().TrimStart('\'')) ? "'" + field : field;

    private static string Unguarded(string field) => field.StartsWith('\'') && IsFormula(field.AsSpan().TrimStart('\'')) ? field[1..] : field;

    private static bool IsFormula(ReadOnlySpan<char> text) => text.Length > 0 && FormulaSigns.Contains(text[0], StringComparison.Ordinal);
}
