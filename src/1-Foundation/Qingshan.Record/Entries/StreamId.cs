namespace Qingshan.Record.Entries;

/// <summary>Names a stream: <c>case/0198c2…</c>. <paramref name="Kind"/> is a lower-case word, <paramref name="Key"/> is unique within the kind and safe in an address.</summary>
public readonly record struct StreamId(string Kind, string Key)
{
    /// <summary>Reads <c>kind/key</c>; null when the text is not of that shape (ASCII letters, digits, <c>- _ . :</c>; at most 128 characters).</summary>
    public static StreamId? TryParse(string? text)
    {
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return text is { Length: <= 128 } && slash > 0 && slash < text.Length - 1 && IsName(text.AsSpan(0, slash)) && IsName(text.AsSpan(slash + 1))
            ? new(text[..slash], text[(slash + 1)..])
            : null;
    }

    public override string ToString() => $"{Kind}/{Key}";

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or ':'))
                return false;
        }

        return true;
    }
}
