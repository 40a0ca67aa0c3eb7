using System.Globalization;
using System.Text.Json;
using NodaTime;
using Qingshan.Law.Clocks;

namespace Qingshan.Law.Lines;

/// <summary>One line of clocks, from JSON to JSON.</summary>
internal static class ClockLine
{
    public static bool Answer(JsonElement line, Utf8JsonWriter json, StatuteBook book)
    {
        var (refused, unknown) = (new List<Refusal>(), new List<Refusal>());
        var asOf = AsOf(line, refused, book);
        var events = Events(line, refused, unknown, book);
        json.WriteStartObject();
        LawJson.WriteId(json, line);
        json.WriteStartArray("clocks");
        if (refused.Count == 0)
        {
            foreach (var result in StatutoryClocks.Evaluate(events, asOf!.Value, book))
                Write(json, result);
        }

        json.WriteEndArray();
        LawJson.WriteRefusals(json, "refused", refused);
        LawJson.WriteRefusals(json, "unknown", unknown);
        json.WriteString("law", book.Version);
        json.WriteEndObject();
        return refused.Count == 0 && unknown.Count == 0;
    }

    private static void Write(Utf8JsonWriter json, ClockResult result)
    {
        json.WriteStartObject();
        json.WriteString("rule", result.Rule.Id);
        json.WriteString("duty_holder", result.Rule.DutyHolder.Code);
        json.WriteString("action", result.Rule.Action);
        json.WriteString("started_at", LawJson.Print(result.StartedAt));
        json.WriteString("due_at", LawJson.Print(result.DueAt));
        json.WriteString("ended_at", result.EndedAt is { } ended ? LawJson.Print(ended) : null);
        json.WriteString("state", State(result.State));
        json.WriteString("source", result.Period.Source);
        json.WriteString("article", result.Period.Article);
        json.WriteString("counting", result.Counting);
        json.WriteStartArray("alternatives");
        foreach (var alternative in result.Alternatives)
            Write(json, alternative);
        json.WriteEndArray();
        LawJson.WriteBilingual(json, "explanation", result.Explanation);
        LawJson.WriteCitations(json, result.Rule.Citations);
        if (result.BeyondKnownCalendars)
            json.WriteBoolean("beyond_known_calendars", true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClockAlternative alternative)
    {
        json.WriteStartObject();
        json.WriteString("due_at", LawJson.Print(alternative.DueAt));
        json.WriteString("source", alternative.Period.Source);
        json.WriteString("article", alternative.Period.Article);
        json.WriteString("counting", alternative.Counting);
        json.WriteString("confidence", alternative.Period.Confidence);
        if (alternative.Needs is { } needs)
            json.WriteString("needs", needs);
        json.WriteEndObject();
    }

    private static string State(ClockState state) => state switch
    {
        ClockState.Running => "running",
        ClockState.Met => "met",
        ClockState.Overdue => "overdue",
        ClockState.MetLate => "met_late",
        _ => "not_needed",
    };

    private static Instant? AsOf(JsonElement line, List<Refusal> refused, StatuteBook book)
    {
        if (!line.TryGetProperty("as_of", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            refused.Add(book.Refuse("as_of", "as_of_missing"));
            return null;
        }

        var asOf = value.ValueKind == JsonValueKind.String ? LawJson.Time(value.GetString()!) : null;
        if (asOf is null)
            refused.Add(book.Refuse("as_of", "time_invalid"));
        return asOf;
    }

    private static List<ClockEvent> Events(JsonElement line, List<Refusal> refused, List<Refusal> unknown, StatuteBook book)
    {
        var events = new List<ClockEvent>();
        if (!line.TryGetProperty("events", out var array) || array.ValueKind != JsonValueKind.Array)
        {
            refused.Add(book.Refuse("events", "events_missing"));
            return events;
        }

        foreach (var (index, item) in array.EnumerateArray().Index())
        {
            var where = $"events[{index.ToString(CultureInfo.InvariantCulture)}]";
            if (Text(item, "event") is not { } name || Text(item, "at") is not { } at)
                refused.Add(book.Refuse(where, "event_invalid"));
            else if (!book.KnowsEvent(name))
                unknown.Add(book.Refuse($"{where}.event={name}", "event_unknown"));
            else if (LawJson.Time(at) is { } time)
                events.Add(new ClockEvent(name, time, Text(item, "id"), Text(item, "corrects")));
            else
                refused.Add(book.Refuse($"{where}.at", "time_invalid"));
        }

        return events;
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
