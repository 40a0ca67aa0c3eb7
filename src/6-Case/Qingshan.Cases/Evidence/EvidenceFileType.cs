namespace Qingshan.Cases.Evidence;

/// <summary>A type of file that may be evidence, told by its first bytes and not by its name.</summary>
/// <param name="Media">IANA media type.</param>
/// <param name="MaxBytes">Largest size taken.</param>
/// <param name="Offset">Where the signature stands.</param>
/// <param name="Signature">The bytes that prove the type.</param>
public sealed record EvidenceFileType(string Media, long MaxBytes, int Offset, byte[] Signature)
{
    private const long Photo = 64L << 20;
    private const long Video = 512L << 20;

    /// <summary>Bytes needed to tell any type.</summary>
    public const int HeadLength = 16;

    /// <summary>The accepted types. An Office file is a ZIP; which one it is, only its content would tell.</summary>
    public static IReadOnlyList<EvidenceFileType> All { get; } =
    [
        new("image/jpeg", Photo, 0, [0xFF, 0xD8, 0xFF]),
        new("image/png", Photo, 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        new("image/webp", Photo, 8, "WEBP"u8.ToArray()),
        new("image/heic", Photo, 4, "ftyphei"u8.ToArray()),
        new("application/pdf", Photo, 0, "%PDF-"u8.ToArray()),
        new("video/mp4", Video, 4, "ftyp"u8.ToArray()),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Photo, 0, "PK\u0003\u0004"u8.ToArray()),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Photo, 0, "PK\u0003\u0004"u8.ToArray()),
    ];

    public static EvidenceFileType? Find(string media) => All.FirstOrDefault(type => type.Media == media);

    /// <summary>True when a file that begins with these bytes is of this type.</summary>
    public bool Matches(ReadOnlySpan<byte> head) => head.Length >= Offset + Signature.Length && head[Offset..].StartsWith(Signature);
}
