using System.Globalization;

namespace Qingshan.Record.Entries;

/// <summary>A figure with its unit, kept exactly as measured: <c>2.90 mg/L</c> (trailing zeros are part of the statement). Stored as that text.</summary>
public readonly record struct Quantity(decimal Value, string Unit)
{
    /// <summary>Reads <c>2.90 mg/L</c>; null when there is no number or no unit.</summary>
    public static Quantity? TryParse(string? text)
    {
        var space = text?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        return space > 0 && space < text!.Length - 1
            && decimal.TryParse(text.AsSpan(0, space), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(value, text[(space + 1)..])
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} {Unit}");
}
