using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Geography.Divisions;
using Qingshan.Record.Canonical;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Codes;
using Qingshan.Registry.Vessels;

namespace Qingshan.Registry.Exchange;

/// <summary>Takes typed values out of a row and collects what is wrong with it, all of it and not the first thing only.</summary>
internal sealed class RowReader(SheetRow row, LocalDate today)
{
    private const int LongestId = 80;

    // Before it, a date is most often a number that a spreadsheet took for one.
    private static readonly LocalDate First = new(1971, 1, 1);
    private static readonly LocalDatePattern[] Dates = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("uuuu/M/d")];
    private readonly List<RowProblem> problems = [.. row.Problems];
    private readonly LocalDate last = today.PlusYears(30);

    public SheetRow Row => row;

    public IReadOnlyList<RowProblem> Problems => problems;

    public void Refuse(string field, Refusal refusal) => problems.Add(new(field, refusal with { Field = field }));

    /// <summary>The text of a field, kept as typed; empty when it is not there.</summary>
    public string Text(string field, int longest = ExchangeLimits.Text, bool lines = false)
    {
        var text = row.Cells.GetValueOrDefault(field) ?? "";
        if (text.Length > longest)
            Refuse(field, ExchangeReasons.TooLong.Refuse(("length", text.Length), ("limit", longest)));
        else if (CanonicalText.Problem(text) is not null || text.Any(sign => char.IsControl(sign) && !(lines && sign is ('\n' or '\r' or '\t'))))
            Refuse(field, ExchangeReasons.UnfitText.Refuse());
        else
            return text;
        return "";
    }

    public string Required(string field)
    {
        var before = problems.Count;
        var text = Text(field);
        if (text.Length == 0 && problems.Count == before)
            Refuse(field, ExchangeReasons.Missing.Refuse());
        return text;
    }

    /// <summary>A key of a stream; empty when none is given.</summary>
    public string Id(string kind)
    {
        var id = Text("id");
        if (id.Length == 0 || (id.Length <= LongestId && new StreamId(kind, id) is var stream && StreamId.TryParse(stream.ToString()) == stream))
            return id;
        Refuse("id", ExchangeReasons.BadId.Refuse(("value", id), ("limit", LongestId)));
        return "";
    }

    public LocalDate? Date(string field) => Date(field, Text(field));

    /// <summary>Two days that follow each other.</summary>
    public (LocalDate? From, LocalDate? To) Span(string from, string to) => Span(from, Date(from), Date(to));

    /// <summary>Values of a list, unescaped and without outer spaces.</summary>
    public IReadOnlyList<string> List(string field)
    {
        var pieces = ListText.Split(Text(field, ExchangeLimits.LongText), ListText.Items).Select(piece => piece.Trim()).Where(piece => piece.Length > 0).ToList();
        if (pieces.Count <= ExchangeLimits.Items)
            return pieces;
        Refuse(field, ExchangeReasons.TooManyItems.Refuse(("count", pieces.Count), ("limit", ExchangeLimits.Items)));
        return [];
    }

    public IReadOnlyList<string> Texts(string field) => [.. List(field).Select(ListText.Unescape)];

    /// <summary>Names or numbers of the past: <c>text|first day|last day</c> each.</summary>
    public IReadOnlyList<Used> Uses(string field) => [.. List(field).Select(piece => Use(field, piece)).OfType<Used>()];

    public string Word(string field, Terms terms)
    {
        var text = Required(field);
        if (text.Length == 0)
            return "";
        if (terms.Read(text) is { } term)
            return term.Id;
        Refuse(field, ExchangeReasons.UnknownWord.Refuse(("value", text), ("words", string.Join(", ", terms.List.Select(known => known.Id)))));
        return "";
    }

    /// <summary>Gear by id or name; each that is unknown is refused.</summary>
    public IReadOnlyList<string> Gear(string field)
    {
        var gear = new List<string>();
        foreach (var text in Texts(field))
        {
            if (Terms.Gear.Read(text) is { } term)
                gear.Add(term.Id);
            else
                Refuse(field, ExchangeReasons.UnknownGear.Refuse(("value", text)));
        }

        return gear;
    }

    public bool Flag(string field)
    {
        var text = Text(field).ToLowerInvariant();
        if (text is not ("" or "true" or "false"))
            Refuse(field, ExchangeReasons.BadFlag.Refuse(("value", text)));
        return text == "true";
    }

    public string Division(string field)
    {
        var text = Text(field);
        if (text.Length > 0 && !DivisionCodes.IsCode(text))
            Refuse(field, ExchangeReasons.UnknownDivision.Refuse(("value", text)));
        return text;
    }

    public Quantity? Metres(string field)
    {
        var text = Text(field);
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var metres) && metres is >= 1 and <= 500)
            return new Quantity(metres, "m");
        Refuse(field, ExchangeReasons.BadLength.Refuse(("value", text)));
        return null;
    }

    private (LocalDate? From, LocalDate? To) Span(string field, LocalDate? from, LocalDate? to)
    {
        if (from > to)
            Refuse(field, ExchangeReasons.DatesReversed.Refuse(("from", LocalDatePattern.Iso.Format(from.Value)), ("to", LocalDatePattern.Iso.Format(to!.Value))));
        return (from, to);
    }

    private Used? Use(string field, string piece)
    {
        var parts = ListText.Split(piece, ListText.Parts).Select(part => ListText.Unescape(part.Trim())).ToList();
        if (parts.Count is 1 or 3 && parts[0].Length > 0)
        {
            var (from, to) = parts.Count == 3 ? Span(field, Date(field, parts[1]), Date(field, parts[2])) : (null, null);
            return new Used(parts[0], from, to);
        }

        Refuse(field, ExchangeReasons.BadUse.Refuse(("value", piece)));
        return null;
    }

    private LocalDate? Date(string field, string text)
    {
        if (text.Length == 0)
            return null;
        foreach (var pattern in Dates)
        {
            if (!pattern.Parse(text).TryGetValue(default, out var date))
                continue;
            if (date >= First && date <= last)
                return date;
            Refuse(field, ExchangeReasons.ImplausibleDate.Refuse(
                ("value", text), ("first", LocalDatePattern.Iso.Format(First)), ("last", LocalDatePattern.Iso.Format(last))));
            return null;
        }

        Refuse(field, ExchangeReasons.BadDate.Refuse(("value", text)));
        return null;
    }
}
