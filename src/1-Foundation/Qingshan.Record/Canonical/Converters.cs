using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Entries;

namespace Qingshan.Record.Canonical;

/// <summary>A value stored as one text.</summary>
internal abstract class TextConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"{typeof(T).Name}: text expected");
        return Parse(reader.GetString()!, out var value) ? value : throw new JsonException($"{typeof(T).Name}: not of the stored form");
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var text = Format(value);
        if (CanonicalText.Problem(text) is { } problem)
            throw new JsonException(problem);
        writer.WriteStringValue(text);
    }

    protected abstract bool Parse(string text, out T value);

    /// <summary>The stored text; throws <see cref="JsonException"/> for a value that has none.</summary>
    protected abstract string Format(T value);
}

internal sealed class PlainTextConverter : TextConverter<string>
{
    protected override bool Parse(string text, out string value)
    {
        value = text;
        return true;
    }

    protected override string Format(string value) => value;
}

/// <summary>An instant: <c>2026-03-01T00:00:00Z</c>, with as many decimals of the second as it has.</summary>
internal sealed class InstantConverter : TextConverter<Instant>
{
    protected override bool Parse(string text, out Instant value) => InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out value);

    protected override string Format(Instant value) => InstantPattern.ExtendedIso.Format(value);
}

internal sealed class LocalDateConverter : TextConverter<LocalDate>
{
    protected override bool Parse(string text, out LocalDate value) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value);

    protected override string Format(LocalDate value) => LocalDatePattern.Iso.Format(value);
}

internal sealed class QuantityConverter : TextConverter<Quantity>
{
    protected override bool Parse(string text, out Quantity value)
    {
        var parsed = Quantity.TryParse(text);
        value = parsed ?? default;
        return parsed is not null;
    }

    protected override string Format(Quantity value) =>
        string.IsNullOrEmpty(value.Unit) ? throw new JsonException("quantity without a unit") : value.ToString();
}

internal sealed class StreamIdConverter : TextConverter<StreamId>
{
    protected override bool Parse(string text, out StreamId value)
    {
        var parsed = StreamId.TryParse(text);
        value = parsed ?? default;
        return parsed is not null;
    }

    protected override string Format(StreamId value) =>
        StreamId.TryParse(value.ToString()) == value ? value.ToString() : throw new JsonException("not a stream id");
}

internal sealed class ExactIntegerConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : throw new JsonException("integer expected");

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options)
    {
        if (value is > CanonicalJson.MaxInteger or < -CanonicalJson.MaxInteger)
            throw new JsonException("integer of 2^53 or more");
        writer.WriteNumberValue(value);
    }
}
