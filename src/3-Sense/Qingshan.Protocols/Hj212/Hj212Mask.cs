namespace Qingshan.Protocols.Hj212;

/// <summary>Hides passwords and keys (PW, NewPW and NewSK) wherever people look at a frame.</summary>
public static class Hj212Mask
{
    /// <summary>What stands in place of a password; its length says nothing.</summary>
    public const string Mask = "******";

    /// <summary>The text of a frame, of a part or of a whole stretch with every password replaced. Line ends are kept.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        while (NextPassword(bytes, out var start, out var length))
        {
            text.Append(Hj212Text.ToText(bytes[..start])).Append(Mask);
            bytes = bytes[(start + length)..];
        }

        return text.Append(Hj212Text.ToText(bytes)).ToString();
    }

    private static bool NextPassword(ReadOnlySpan<byte> bytes, out int start, out int length)
    {
        start = length = 0;
        for (var at = 0; at + 3 <= bytes.Length; at++)
        {
            if (bytes[at + 2] != '=' || !IsSecret(bytes.Slice(at, 2)))
                continue;
            start = at + 3;
            length = PasswordLength(bytes[start..]);
            return true;
        }

        return false;
    }

    private static bool IsSecret(ReadOnlySpan<byte> keyEnd) => Hj212Text.EqualsIgnoreCase(keyEnd, "PW"u8) || Hj212Text.EqualsIgnoreCase(keyEnd, "SK"u8);

    // A password may hold a comma; a comma ends it only where the next field follows, as some senders write.
    private static int PasswordLength(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOfAny(";&\r\n"u8);
        if (end < 0)
            end = rest.Length;
        for (var i = 0; i + 4 <= end; i++)
        {
            if (rest[i] == ',' && (Hj212Text.EqualsIgnoreCase(rest.Slice(i + 1, 3), "MN="u8) || Hj212Text.EqualsIgnoreCase(rest.Slice(i + 1, 3), "ST="u8)))
                return i;
        }

        return end;
    }
}
