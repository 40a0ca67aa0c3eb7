using System.Text.Json;
using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Exchange;

/// <summary>Reads a GeoJSON FeatureCollection feature by feature, so that no more than one is held as a tree. The id of a feature stands for the property <c>id</c>.</summary>
internal static class GeoJsonSheet
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 32 };

    public static Outcome<Sheet> Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return Read(new Utf8JsonReader(file.Span, Strict));
        }
        catch (JsonException problem)
        {
            // How the framework's reader says that text is no JSON; there is no other way to ask it.
            return ExchangeReasons.BadJson.Refuse(("line", (problem.LineNumber ?? 0) + 1), ("position", (problem.BytePositionInLine ?? 0) + 1));
        }
        catch (InvalidOperationException)
        {
            // The same for half a surrogate pair in a name.
            return ExchangeReasons.NotFeatures.Refuse();
        }
    }

    private static Outcome<Sheet> Read(Utf8JsonReader reader)
    {
        List<SheetRow>? rows = null;
        var problem = reader.Read() && reader.TokenType == JsonTokenType.StartObject ? null : ExchangeReasons.NotFeatures.Refuse();
        while (problem is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var features = reader.ValueTextEquals("features"u8);
            reader.Read();
            if (features && rows is null && reader.TokenType == JsonTokenType.StartArray)
                problem = Features(ref reader, rows = []);
            else
                reader.Skip();
        }

        // What follows the object is an error of the text as well.
        while (problem is null && reader.Read())
            reader.Skip();
        if (problem is not null || rows is null)
            return problem ?? ExchangeReasons.NotFeatures.Refuse();
        return rows.Count == 0 ? ExchangeReasons.EmptyFile.Refuse() : new Sheet(rows, [.. rows.SelectMany(row => row.Cells.Keys).Distinct(StringComparer.Ordinal)]);
    }

    private static Refusal? Features(ref Utf8JsonReader reader, List<SheetRow> rows)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (rows.Count == ExchangeLimits.Rows)
                return ExchangeReasons.TooManyRows.Refuse(("limit", ExchangeLimits.Rows));
            using var feature = JsonDocument.ParseValue(ref reader);
            if (!RowOrProblem(rows.Count + 1, feature.RootElement).TryGet(out var row, out var refusal))
                return refusal;
            rows.Add(row);
        }

        return null;
    }

    private static Outcome<SheetRow> RowOrProblem(int number, JsonElement feature)
    {
        try
        {
            return Row(number, feature);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape, cannot become a text.
            return new SheetRow(number, new Dictionary<string, string>(), null) { Problems = [new("", ExchangeReasons.UnfitText.Refuse())] };
        }
    }

    private static Outcome<SheetRow> Row(int number, JsonElement feature)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return new SheetRow(number, new Dictionary<string, string>(), null) { Problems = [new("", ExchangeReasons.NotFeatures.Refuse())] };
        var (cells, problems) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<RowProblem>());
        if (feature.TryGetProperty("id", out var id) && Text(id) is { } key)
            cells["id"] = key;
        foreach (var property in properties.EnumerateObject())
        {
            if (cells.Count == ExchangeLimits.Columns)
                return ExchangeReasons.TooManyColumns.Refuse(("row", number), ("limit", ExchangeLimits.Columns));
            var name = property.Name.ToLowerInvariant();
            if (Text(property.Value) is { } text)
                cells[name] = text.Trim();
            else
                problems.Add(new(name, ExchangeReasons.FieldType.Refuse()));
        }

        var shape = feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind != JsonValueKind.Null ? Shape.Of(geometry) : (Outcome<Shape>?)null;
        return new SheetRow(number, cells, shape) { Problems = problems };
    }

    // A list becomes what it would be in a cell.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            ListText.Join(ListText.Items, value.EnumerateArray().Select(item => item.GetString()!.Replace(";", "\\;", StringComparison.Ordinal))),
        _ => null,
    };
}
