using System.Text;
using System.Text.Json;

namespace Qingshan.Protocols.Ais;

/// <summary>One field of a message for a reader.</summary>
/// <param name="Start">First bit.</param>
/// <param name="Width">Bits.</param>
/// <param name="Raw">The number or text as sent.</param>
/// <param name="Meaning">The value with its unit, and the word for a coded one.</param>
/// <param name="Clause">Where the standard defines it.</param>
public sealed record AisExplanation(int Start, int Width, string Name, string Raw, string Meaning, string Clause);

/// <summary>Explains a message field by field, by the same layout that decodes it.</summary>
public static class AisExplain
{
    private static readonly AisField[] Head = [new("type", 0, 6), new("repeat", 6, 2), new("mmsi", 8, 30)];

    public static IReadOnlyList<AisExplanation> Explain(AisBits bits, AisLayout layout)
    {
        using var raw = Parse(bits, layout, raw: true);
        using var scaled = Parse(bits, layout, raw: false);
        var clause = $"ITU-R M.1371-5 annex 8 table {layout.Table}";
        return
        [
            .. Head.Concat(layout.Fields.OrderBy(field => field.Start)).Select(field => new AisExplanation(
                field.Start, field.Width, field.Name, Say(raw.RootElement.GetProperty(field.Name)), Meaning(scaled.RootElement, field), clause)),
        ];
    }

    private static string Meaning(JsonElement scaled, AisField field)
    {
        var value = scaled.GetProperty(field.Name);
        var text = value.ValueKind == JsonValueKind.Null ? "不可用 | not available" : Say(value) + Unit(field.Kind);
        return scaled.TryGetProperty(field.Name + "_text", out var word) ? $"{text} ({word.GetString()})" : text;
    }

    private static string Unit(AisKind kind) => kind switch
    {
        AisKind.Longitude or AisKind.Latitude or AisKind.CoarseLongitude or AisKind.CoarseLatitude => "° WGS-84",
        AisKind.Course or AisKind.CoarseCourse or AisKind.Heading => "°",
        AisKind.Speed or AisKind.CoarseSpeed => " kn",
        AisKind.Turn => " °/min",
        AisKind.Second => " s",
        AisKind.Draught => " m",
        _ => "",
    };

    private static string Say(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static JsonDocument Parse(AisBits bits, AisLayout layout, bool raw)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            AisJson.Write(json, bits, layout, raw);
        return JsonDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
