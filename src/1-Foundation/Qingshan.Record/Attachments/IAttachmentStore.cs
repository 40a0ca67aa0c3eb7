namespace Qingshan.Record.Attachments;

/// <summary>Original bytes beside the record, addressed by their content. An entry names a file by its hash; the file never changes.</summary>
public interface IAttachmentStore
{
    /// <summary>What is known of a stored file; null when no file has this hash.</summary>
    StoredFile? Find(string sha256);

    /// <summary>Opens the original bytes; throws when the file is not there, since <see cref="Find"/> is the question.</summary>
    Stream Open(string sha256);

    /// <summary>Stores bytes made by the system itself (a document it produced) and returns the file; the same bytes give the same file.</summary>
    StoredFile Put(ReadOnlySpan<byte> bytes, string mediaType);
}

/// <summary>A stored file.</summary>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Length">Bytes.</param>
/// <param name="MediaType">Found from the content, not from the name.</param>
public sealed record StoredFile(string Sha256, long Length, string MediaType);
