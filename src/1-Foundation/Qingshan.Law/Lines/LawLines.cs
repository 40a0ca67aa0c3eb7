using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Qingshan.Law.Lines;

/// <summary>
/// The command-line surfaces: one JSON object a line in, one a line out. Nothing throws on input; a line that cannot be read gives
/// {"line","error","zh","en"}. Each returns 0, or 1 where something in the input was refused or not known.
/// </summary>
public static class LawLines
{
    private const int LongestLine = 1_000_000;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Screening: {"id","act_from","act_to","province","facts":{…},"leads":{…}} to {"id","results":[…],"law"}.</summary>
    public static int Screen(TextReader input, TextWriter output, TextWriter messages, StatuteBook book) =>
        Run(input, output, messages, book, (element, json) => ScreenLine.Answer(element, json, book));

    /// <summary>Clocks: {"id","as_of","events":[{"event","at"}]} to {"id","clocks":[…]}.</summary>
    public static int Clocks(TextReader input, TextWriter output, TextWriter messages, StatuteBook book) =>
        Run(input, output, messages, book, (element, json) => ClockLine.Answer(element, json, book));

    private static int Run(TextReader input, TextWriter output, TextWriter messages, StatuteBook book, Func<JsonElement, Utf8JsonWriter, bool> answer)
    {
        var (lines, refused) = (0, 0);
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            lines++;
            refused += Write(output, line, number, book, answer) ? 0 : 1;
        }

        messages.WriteLine($"lines {lines}, refused or in part not known {refused}");
        return refused == 0 ? 0 : 1;
    }

    private static bool Write(TextWriter output, string line, int number, StatuteBook book, Func<JsonElement, Utf8JsonWriter, bool> answer)
    {
        using var buffer = new MemoryStream();
        var clean = false;
        var reason = line.Length > LongestLine ? "line_too_long" : Fault(line, buffer, answer, out clean);
        if (reason is not null)
        {
            buffer.SetLength(0);
            WriteError(buffer, number, book.Refuse("line", reason));
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        return clean;
    }

    /// <summary>Why the line cannot be answered; null where it was. The reader of JSON reports syntax and lone surrogates by exceptions; here they become a reason.</summary>
    private static string? Fault(string line, MemoryStream buffer, Func<JsonElement, Utf8JsonWriter, bool> answer, out bool clean)
    {
        clean = false;
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return "not_an_object";
            using var json = new Utf8JsonWriter(buffer, Plain);
            clean = answer(document.RootElement, json);
            return null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return "not_json";
        }
    }

    private static void WriteError(MemoryStream buffer, int number, Refusal refusal)
    {
        using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartObject();
        json.WriteNumber("line", number);
        json.WriteString("error", refusal.Reason);
        json.WriteString("zh", refusal.Words.Zh);
        json.WriteString("en", refusal.Words.En);
        json.WriteEndObject();
    }
}
