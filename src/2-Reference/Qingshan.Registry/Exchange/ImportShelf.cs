using System.Security.Cryptography;
using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Exchange;

/// <summary>
/// Where the files of previews wait for their confirmation, under their digest, for a day and not many of them. It holds no business state: what is
/// gone is uploaded again.
/// </summary>
public sealed class ImportShelf(string folder, TimeProvider time)
{
    private const int MostFiles = 40;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private readonly Lock gate = new();

    /// <summary>Puts a file there and gives its SHA-256. Refused: <c>exchange.file-too-large</c>, <c>exchange.empty-file</c>.</summary>
    public Outcome<string> Put(ReadOnlySpan<byte> file)
    {
        if (file.Length > ExchangeLimits.FileBytes)
            return ExchangeReasons.FileTooLarge.Refuse(("limit", ExchangeLimits.FileBytes >> 20));
        if (file.IsEmpty)
            return ExchangeReasons.EmptyFile.Refuse();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        lock (gate)
        {
            System.IO.Directory.CreateDirectory(folder);
            Clear();
            // The name appears when all bytes are there.
            var part = Path.Combine(folder, $"{sha256}.part");
            File.WriteAllBytes(part, file);
            File.SetLastWriteTimeUtc(part, time.GetUtcNow().UtcDateTime);
            File.Move(part, Path.Combine(folder, sha256), overwrite: true);
        }

        return sha256;
    }

    /// <summary>The file, or <c>exchange.file-gone</c>.</summary>
    public Outcome<ReadOnlyMemory<byte>> Read(string sha256)
    {
        if (sha256.Length != SHA256.HashSizeInBytes * 2 || !sha256.All(char.IsAsciiHexDigitLower))
            return ExchangeReasons.FileGone.Refuse();
        try
        {
            ReadOnlyMemory<byte> file = File.ReadAllBytes(Path.Combine(folder, sha256));
            return Convert.ToHexStringLower(SHA256.HashData(file.Span)) == sha256 ? file : ExchangeReasons.FileGone.Refuse();
        }
        catch (IOException)
        {
            return ExchangeReasons.FileGone.Refuse();
        }
    }

    private void Clear()
    {
        var old = time.GetUtcNow().UtcDateTime - Kept;
        var files = new DirectoryInfo(folder).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).ToList();
        foreach (var file in files.Where((file, place) => place >= MostFiles || file.LastWriteTimeUtc < old))
            file.Delete();
    }
}
