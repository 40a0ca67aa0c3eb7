using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Canonical;
using Qingshan.Record.Entries;

namespace Qingshan.Directory.Commands;

/// <summary>How command records look as JSON: the API's request bodies and the fingerprint of a retry.</summary>
public static class CommandJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new FitText(),
            new TextConverter<Instant>(ParseInstant, InstantPattern.ExtendedIso.Format),
            new TextConverter<LocalDate>(text => Value(LocalDatePattern.Iso.Parse(text)), LocalDatePattern.Iso.Format),
            new TextConverter<Quantity>(Quantity.TryParse, quantity => quantity.ToString()),
            new TextConverter<StreamId>(StreamId.TryParse, stream => stream.ToString()),
        },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static Instant? ParseInstant(string text) => Value(OffsetDateTimePattern.ExtendedIso.Parse(text))?.ToInstant() ?? Value(InstantPattern.ExtendedIso.Parse(text));

    private static T? Value<T>(ParseResult<T> result)
        where T : struct => result.TryGetValue(default, out var value) ? value : null;

    /// <summary>A text that the record could not keep, such as one with a NUL, is refused where it came in, with the member it stood in.</summary>
    private sealed class FitText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("Not a text.");
            return CanonicalText.Problem(text) is { } problem ? throw new JsonException(problem) : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class TextConverter<T>(Func<string, T?> parse, Func<T, string> format) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && parse(reader.GetString()!) is { } value
                ? value
                : throw new JsonException($"Not a {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));
    }
}
