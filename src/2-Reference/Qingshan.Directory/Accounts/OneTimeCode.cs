namespace Qingshan.Directory.Accounts;

/// <summary>Codes that a machine makes and a person types: base32 without letters that look alike, in groups of four. Each letter carries five random bits.</summary>
internal static class OneTimeCode
{
    /// <summary>Letters of a whole code: 80 bits.</summary>
    public const int Whole = 16;

    /// <summary>Letters of one of the two halves of a recovery code: together 120 bits.</summary>
    public const int Half = 12;

    // Crockford's alphabet: no I, L, O, U.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New(int letters, Action<Span<byte>> fill)
    {
        Span<byte> random = stackalloc byte[letters];
        fill(random);
        var code = new char[letters];
        for (var i = 0; i < letters; i++)
            code[i] = Letters[random[i] & 31];
        return new string(code);
    }

    public static string Show(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>What was typed, as it was made: small letters, gaps and dashes do not matter, and O, I and L are read as the digits they look like.</summary>
    public static string Read(string typed) => new([.. typed.ToUpperInvariant().Select(Plain).Where(letter => Letters.Contains(letter, StringComparison.Ordinal)).Take(2 * Half + 1)]);

    private static char Plain(char letter) => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => letter,
    };
}
