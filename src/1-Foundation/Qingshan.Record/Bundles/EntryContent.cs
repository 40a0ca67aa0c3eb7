using System.Text.Json;
using Qingshan.Record.Merkle;
using Qingshan.Record.Sealing;

namespace Qingshan.Record.Bundles;

/// <summary>A file that an entry names by its hash: an object of the body with the members <c>sha256</c> (64 hex digits) and <c>mediaType</c>.</summary>
internal sealed record AttachmentName(string Sha256, string MediaType);

/// <summary>What an entry's body points at: attachments and sealed texts, wherever they stand in it.</summary>
internal static class EntryContent
{
    public static IEnumerable<AttachmentName> Attachments(JsonElement body) =>
        Objects(body, "").Select(o => o.Value)
            .Where(v => HashText.IsHash(Text(v, "sha256")) && Text(v, "mediaType") is not null)
            .Select(v => new AttachmentName(Text(v, "sha256")!, Text(v, "mediaType")!));

    /// <summary>Sealed texts with their place, as a JSON pointer into the body (RFC 6901).</summary>
    public static IEnumerable<(string Pointer, SealedText Text)> SealedTexts(JsonElement body) =>
        from found in Objects(body, "")
        where found.Value.EnumerateObject().Count() == 4
        let members = new[] { "person", "keyId", "nonce", "ciphertext" }.Select(name => Text(found.Value, name)).ToArray()
        where members.All(m => m is not null)
        select (found.Pointer, new SealedText(members[0]!, members[1]!, members[2]!, members[3]!));

    private static IEnumerable<(string Pointer, JsonElement Value)> Objects(JsonElement value, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return value.EnumerateObject().SelectMany(m => Objects(m.Value, $"{pointer}/{Escape(m.Name)}")).Prepend((pointer, value));
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().SelectMany((item, i) => Objects(item, FormattableString.Invariant($"{pointer}/{i}")))
            : [];
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
