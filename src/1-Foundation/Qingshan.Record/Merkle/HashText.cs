using System.Buffers;

namespace Qingshan.Record.Merkle;

/// <summary>Hashes as text: 64 lower-case hex digits and nothing else.</summary>
internal static class HashText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static bool IsHash(string? text) => text is { Length: 2 * MerkleHash.Size } && !text.AsSpan().ContainsAnyExcept(Digits);

    /// <summary>Hashes from texts; one that is none becomes empty and fails every proof.</summary>
    public static List<byte[]> Parse(IEnumerable<string> texts) => [.. texts.Select(t => IsHash(t) ? Convert.FromHexString(t) : [])];
}
