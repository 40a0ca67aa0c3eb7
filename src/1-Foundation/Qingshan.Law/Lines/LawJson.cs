using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qingshan.Law.Calendars;

namespace Qingshan.Law.Lines;

/// <summary>Small pieces of the line format that screening and clocks share.</summary>
internal static class LawJson
{
    private static readonly IPattern<OffsetDateTime>[] WithOffset =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<+HHmm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HHmm>"),
    ];

    private static readonly IPattern<LocalDateTime>[] WithoutOffset =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd"),
    ];

    private static readonly OffsetDateTimePattern Printed = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<+HH:mm>");

    private static readonly LocalDate Earliest = new(1949, 10, 1);
    private static readonly LocalDate Latest = new(2999, 12, 31);

    /// <summary>ISO 8601; +08:00 where no offset is given; a day alone is its first moment. Null where it is none, or outside 1949 to 2999.</summary>
    public static Instant? Time(string text)
    {
        text = text.Trim().Replace(' ', 'T').Replace('t', 'T').Replace('z', 'Z');
        var instant = WithOffset.Select(p => p.Parse(text)).Where(r => r.Success).Select(r => (Instant?)r.Value.ToInstant()).FirstOrDefault()
            ?? WithoutOffset.Select(p => p.Parse(text)).Where(r => r.Success).Select(r => (Instant?)r.Value.InZoneLeniently(WorkCalendar.Zone).ToInstant()).FirstOrDefault();
        return instant is { } at && Sensible(at.InZone(WorkCalendar.Zone).Date) ? at : null;
    }

    public static LocalDate? Date(string text)
    {
        var date = LocalDatePattern.Iso.Parse(text.Trim());
        return date.Success && Sensible(date.Value) ? date.Value : null;
    }

    public static string Print(Instant at) => Printed.Format(at.InZone(WorkCalendar.Zone).ToOffsetDateTime());

    public static void WriteId(Utf8JsonWriter json, JsonElement line)
    {
        json.WritePropertyName("id");
        if (line.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            id.WriteTo(json);
        else
            json.WriteNullValue();
    }

    public static void WriteCitations(Utf8JsonWriter json, IEnumerable<Citation> citations)
    {
        json.WriteStartArray("citations");
        foreach (var citation in citations)
        {
            json.WriteStartObject();
            json.WriteString("source", citation.Source);
            json.WriteString("article", citation.Article);
            json.WriteString("valid_from", citation.ValidFrom is { } from ? LocalDatePattern.Iso.Format(from) : null);
            json.WriteString("valid_to", citation.ValidTo is { } to ? LocalDatePattern.Iso.Format(to) : null);
            json.WriteString("confidence", citation.Confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteBilingual(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    public static void WriteRefusals(Utf8JsonWriter json, string name, IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var refusal in refusals)
        {
            json.WriteStartObject();
            json.WriteString("where", refusal.Where);
            json.WriteString("reason", refusal.Reason);
            json.WriteString("zh", refusal.Words.Zh);
            json.WriteString("en", refusal.Words.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static bool Sensible(LocalDate day) => day >= Earliest && day <= Latest;
}
