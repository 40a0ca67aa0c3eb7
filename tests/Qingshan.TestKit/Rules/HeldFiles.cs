using System.Security.Cryptography;
using Qingshan.Record.Attachments;

namespace Qingshan.TestKit.Rules;

/// <summary>Files in memory, by their hash.</summary>
public sealed class HeldFiles : IAttachmentStore
{
    private readonly Dictionary<string, (StoredFile File, byte[] Bytes)> files = new(StringComparer.Ordinal);

    public StoredFile? Find(string sha256) => files.TryGetValue(sha256, out var held) ? held.File : null;

    public Stream Open(string sha256) => new MemoryStream(files[sha256].Bytes);

    public StoredFile Put(ReadOnlySpan<byte> bytes, string mediaType)
    {
        var file = new StoredFile(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, mediaType);
        files[file.Sha256] = (file, bytes.ToArray());
        return file;
    }

    /// <summary>Holds one more photo and gives its hash.</summary>
    public string Photo(byte content) => Put([content], "image/png").Sha256;
}
