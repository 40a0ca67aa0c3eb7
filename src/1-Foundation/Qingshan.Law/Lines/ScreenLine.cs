using System.Text.Json;
using NodaTime;
using Qingshan.Law.Thresholds;

namespace Qingshan.Law.Lines;

/// <summary>One line of screening, from JSON to JSON.</summary>
internal static class ScreenLine
{
    public static bool Answer(JsonElement line, Utf8JsonWriter json, StatuteBook book)
    {
        var refused = new List<Refusal>();
        var (from, to) = (Date(line, "act_from", refused, book), Date(line, "act_to", refused, book));
        var (facts, leads) = (Facts(line, "facts", refused, book), Facts(line, "leads", refused, book));
        if (facts is null && !refused.Exists(r => r.Where == "facts"))
            refused.Add(book.Refuse("facts", "facts_missing"));
        var answer = refused.Count > 0
            ? new ScreenAnswer(null, [], refused, [], [], book.Version)
            : Screening.Screen(new ScreenRequest(null, from, to, Text(line, "province"), facts!, leads), book);
        json.WriteStartObject();
        LawJson.WriteId(json, line);
        json.WriteStartArray("results");
        foreach (var result in answer.Results)
            Write(json, result);
        json.WriteEndArray();
        LawJson.WriteRefusals(json, "refused", answer.Refused);
        LawJson.WriteRefusals(json, "unknown", answer.Unknown);
        WriteTexts(json, "not_covered", answer.NotCovered);
        json.WriteString("law", answer.Law);
        json.WriteEndObject();
        return answer.Refused.Count == 0 && answer.Unknown.Count == 0;
    }

    private static void Write(Utf8JsonWriter json, ScreenResult result)
    {
        json.WriteStartObject();
        json.WriteString("offence", result.Offence.Zh);
        json.WriteString("article", result.Offence.Article);
        WriteReached(json, result.Reached);
        json.WriteString("tier", Tier(result.Tier));
        WriteRows(json, result.Rows);
        json.WriteStartArray("missing");
        foreach (var fact in result.Missing)
            json.WriteStringValue(fact.Name);
        json.WriteEndArray();
        WriteTexts(json, "unasked", [.. result.Unasked.Select(fact => fact.Name)]);
        LawJson.WriteBilingual(json, "explanation", result.Explanation);
        LawJson.WriteCitations(json, result.Citations);
        json.WriteString("text", result.Text);
        WriteTexts(json, "blocked_by", [.. result.BlockedBy.Select(row => row.Id)]);
        WriteCautions(json, result.Cautions);
        if (result.Milder is { } milder)
            Write(json, milder);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MilderOutcome milder)
    {
        json.WriteStartObject("milder");
        json.WriteString("text", milder.Text);
        WriteReached(json, milder.Reached);
        json.WriteString("tier", Tier(milder.Tier));
        WriteRows(json, milder.Rows);
        LawJson.WriteBilingual(json, "explanation", milder.Explanation);
        LawJson.WriteCitations(json, milder.Rows.Select(row => row.Citation).Distinct());
        json.WriteEndObject();
    }

    private static void WriteReached(Utf8JsonWriter json, Reached reached)
    {
        if (reached == Reached.Undetermined)
            json.WriteString("reached", "undetermined");
        else
            json.WriteBoolean("reached", reached == Reached.Yes);
    }

    private static void WriteRows(Utf8JsonWriter json, IEnumerable<ThresholdRow> rows)
    {
        json.WriteStartArray("rows");
        foreach (var row in rows)
            json.WriteStringValue(row.Id);
        json.WriteEndArray();
    }

    private static void WriteCautions(Utf8JsonWriter json, IReadOnlyList<CautionRow> cautions)
    {
        if (cautions.Count == 0)
            return;
        json.WriteStartArray("cautions");
        foreach (var row in cautions)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("zh", row.Zh);
            json.WriteString("en", row.En);
            json.WriteString("source", row.Source);
            json.WriteString("article", row.Article);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string? Tier(Tier? tier) => tier switch
    {
        Thresholds.Tier.Crime => "crime",
        Thresholds.Tier.Serious => "serious",
        Thresholds.Tier.EspeciallySerious => "especially_serious",
        _ => null,
    };

    private static LocalDate? Date(JsonElement line, string name, List<Refusal> refused, StatuteBook book)
    {
        if (!line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        var date = value.ValueKind == JsonValueKind.String ? LawJson.Date(value.GetString()!) : null;
        if (date is null)
            refused.Add(book.Refuse(name, "date_invalid"));
        return date;
    }

    private static FactSet? Facts(JsonElement line, string name, List<Refusal> refused, StatuteBook book)
    {
        if (!line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return FactSet.FromJson(value);
        refused.Add(book.Refuse(name, "not_an_object"));
        return null;
    }

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
