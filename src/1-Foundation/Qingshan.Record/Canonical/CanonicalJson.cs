using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Qingshan.Record.Canonical;

/// <summary>
/// The one byte form of a JSON value (RFC 8785, narrowed): members sorted by UTF-16 code units, no white space, fewest escapes,
/// integers only with |n| &lt; 2^53, no NUL and no lone surrogate, no member twice.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Largest integer that every JSON reader keeps exactly: 2^53 − 1.</summary>
    public const long MaxInteger = 9_007_199_254_740_991;

    /// <summary>Rewrites UTF-8 JSON in canonical form; null and the problem when it has none. Never throws on input.</summary>
    public static byte[]? TryRewrite(ReadOnlyMemory<byte> json, out string? problem)
    {
        problem = "not UTF-8";
        if (!Utf8.IsValid(json.Span))
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var output = new ArrayBufferWriter<byte>(json.Length + 16);
            problem = Write(output, document.RootElement);
            return problem is null ? output.WrittenSpan.ToArray() : null;
        }
        catch (JsonException)
        {
            problem = "not JSON";
            return null;
        }
    }

    /// <summary>True when the bytes are exactly the canonical form of what they say.</summary>
    public static bool IsCanonical(ReadOnlyMemory<byte> json) =>
        TryRewrite(json, out _) is { } canonical && json.Span.SequenceEqual(canonical);

    private static string? Write(ArrayBufferWriter<byte> output, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => WriteObject(output, value),
        JsonValueKind.Array => WriteArray(output, value),
        JsonValueKind.String => WriteText(output, value),
        JsonValueKind.Number => WriteInteger(output, JsonMarshal.GetRawUtf8Value(value)),
        _ => WriteRaw(output, JsonMarshal.GetRawUtf8Value(value)),
    };

    private static string? WriteObject(ArrayBufferWriter<byte> output, JsonElement value)
    {
        List<(string Name, JsonElement Value)> members;
        try
        {
            members = [.. value.EnumerateObject().Select(m => (m.Name, m.Value))];
        }
        catch (InvalidOperationException)
        {
            return "lone surrogate in a name";
        }

        members.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        output.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0)
                output.Write(","u8);
            if (i > 0 && string.Equals(members[i].Name, members[i - 1].Name, StringComparison.Ordinal))
                return "member twice: " + members[i].Name;
            if (CanonicalText.Problem(members[i].Name) is { } inName)
                return inName;
            CanonicalText.Write(output, members[i].Name);
            output.Write(":"u8);
            if (Write(output, members[i].Value) is { } problem)
                return problem;
        }

        output.Write("}"u8);
        return null;
    }

    private static string? WriteArray(ArrayBufferWriter<byte> output, JsonElement value)
    {
        output.Write("["u8);
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!first)
                output.Write(","u8);
            first = false;
            if (Write(output, item) is { } problem)
                return problem;
        }

        output.Write("]"u8);
        return null;
    }

    private static string? WriteText(ArrayBufferWriter<byte> output, JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (!raw.Contains((byte)'\\'))
            return WriteRaw(output, raw);
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "lone surrogate in a text";
        }

        if (CanonicalText.Problem(text) is { } problem)
            return problem;
        CanonicalText.Write(output, text);
        return null;
    }

    private static string? WriteInteger(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> raw)
    {
        var digits = raw[0] == (byte)'-' ? raw[1..] : raw;
        if (digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return "fraction or exponent in a number";
        if (digits.Length > 16 || long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) > MaxInteger)
            return "integer of 2^53 or more";
        return digits is [(byte)'0'] && raw.Length > 1 ? "negative zero" : WriteRaw(output, raw);
    }

    private static string? WriteRaw(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> raw)
    {
        output.Write(raw);
        return null;
    }
}
