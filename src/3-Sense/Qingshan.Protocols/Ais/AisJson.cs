using System.Globalization;
using System.Text.Json;

namespace Qingshan.Protocols.Ais;

/// <summary>
/// Prints a message as JSON with gpsd's field names: raw as gpsd prints unscaled integers, or with values in degrees, knots and metres and null where
/// the sender says that it does not know.
/// </summary>
public static class AisJson
{
    public static void Write(Utf8JsonWriter json, AisBits bits, AisLayout layout, bool raw)
    {
        json.WriteStartObject();
        json.WriteString("class", "AIS");
        if (raw)
            json.WriteString("device", "stdin");
        json.WriteNumber("type", bits.Number(0, 6));
        json.WriteNumber("repeat", bits.Number(6, 2));
        json.WriteNumber("mmsi", bits.Number(8, 30));
        json.WriteBoolean("scaled", !raw);
        if (layout.Part is { } part)
            json.WriteString("part", part);
        foreach (var field in layout.Fields)
        {
            json.WritePropertyName(field.Name);
            if (raw)
                Raw(json, bits, field);
            else
                Scaled(json, bits, field);
            if (Text(bits, field, layout, raw) is { } text)
                json.WriteString(field.Name + "_text", text);
        }

        json.WriteEndObject();
    }

    private static void Raw(Utf8JsonWriter json, AisBits bits, AisField field)
    {
        if (IsSigned(field.Kind))
            json.WriteNumberValue(bits.SignedNumber(field.Start, field.Width));
        else if (field.Kind == AisKind.Flag)
            json.WriteBooleanValue(bits.Flag(field.Start));
        else if (field.Kind == AisKind.Text)
            json.WriteStringValue(bits.Text(field.Start, field.Width));
        else if (field.Kind == AisKind.Eta)
            json.WriteStringValue(Eta(bits.Number(field.Start, field.Width)));
        else
            json.WriteNumberValue(Unsigned(bits, field));
    }

    private static void Scaled(Utf8JsonWriter json, AisBits bits, AisField field)
    {
        var value = IsSigned(field.Kind) ? bits.SignedNumber(field.Start, field.Width) : (long)Unsigned(bits, field);
        switch (field.Kind)
        {
            case AisKind.Longitude or AisKind.Latitude:
                Number(json, Math.Abs(value) <= Limit(field.Kind) * 600_000L ? Math.Round(value / 600_000m, 7) : null);
                break;
            case AisKind.CoarseLongitude or AisKind.CoarseLatitude:
                Number(json, Math.Abs(value) <= Limit(field.Kind) * 600L ? Math.Round(value / 600m, 4) : null);
                break;
            case AisKind.Turn:
                Turn(json, value);
                break;
            case AisKind.Text:
                json.WriteStringValue(bits.Text(field.Start, field.Width) is { Length: > 0 } text ? text : null);
                break;
            case AisKind.Eta:
                json.WriteStringValue(IsEta((uint)value) ? Eta((uint)value) : null);
                break;
            case AisKind.Flag:
                json.WriteBooleanValue(value != 0);
                break;
            default:
                Number(json, Plain(field.Kind, value));
                break;
        }
    }

    // What is a number after dividing; null where the standard's value for "not available" stands.
    private static decimal? Plain(AisKind kind, long value) => kind switch
    {
        AisKind.Speed => value == 1023 ? null : value / 10m,
        AisKind.CoarseSpeed => value == 63 ? null : value,
        AisKind.Course => value >= 3600 ? null : value / 10m,
        AisKind.CoarseCourse => value >= 360 ? null : value,
        AisKind.Heading => value >= 360 ? null : value,
        AisKind.Second => value == 60 ? null : value,
        AisKind.Draught => value == 0 ? null : value / 10m,
        AisKind.Imo => value == 0 ? null : value,
        _ => value,
    };

    // Degrees a minute by the sensor's curve; faster than can be said without a turn indicator is a word, as gpsd has it.
    private static void Turn(Utf8JsonWriter json, long value)
    {
        if (value == -128)
            json.WriteNullValue();
        else if (Math.Abs(value) == 127)
            json.WriteStringValue(value > 0 ? "fastright" : "fastleft");
        else
            json.WriteNumberValue(Math.Round((decimal)(Math.Sign(value) * Math.Pow(value / 4.733, 2)), 1));
    }

    private static void Number(Utf8JsonWriter json, decimal? value)
    {
        if (value is { } number)
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
    }

    private static string? Text(AisBits bits, AisField field, AisLayout layout, bool raw)
    {
        var value = Unsigned(bits, field);
        return field.Kind switch
        {
            AisKind.ShipType => AisTexts.ShipType(value),
            AisKind.FixingDevice => AisTexts.Device(value),
            // gpsd gives no word for the status of the long-range report in its raw form.
            AisKind.NavigationStatus when !raw || layout.Type != 27 => AisTexts.Status(value),
            _ => null,
        };
    }

    // A text is no number. Of a field that the end of the message cuts (the radio state of a position report that a receiver shortened) the bits that came count, as gpsd has it.
    private static uint Unsigned(AisBits bits, AisField field)
    {
        var came = Math.Min(field.Width, bits.Length - field.Start);
        return field.Kind == AisKind.Text || came <= 0 ? 0 : bits.Number(field.Start, came);
    }

    private static bool IsSigned(AisKind kind) =>
        kind is AisKind.Longitude or AisKind.Latitude or AisKind.CoarseLongitude or AisKind.CoarseLatitude or AisKind.Turn;

    private static long Limit(AisKind kind) => kind is AisKind.Longitude or AisKind.CoarseLongitude ? 180 : 90;

    private static bool IsEta(uint value) => value >> 16 is >= 1 and <= 12 && ((value >> 11) & 31) >= 1;

    private static string Eta(uint value) => string.Create(
        CultureInfo.InvariantCulture, $"{value >> 16:00}-{(value >> 11) & 31:00}T{(value >> 6) & 31:00}:{value & 63:00}Z");
}
