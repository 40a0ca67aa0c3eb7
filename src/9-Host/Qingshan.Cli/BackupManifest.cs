using System.Security.Cryptography;
using System.Text.Json;

namespace Qingshan.Cli;

/// <summary>One file of a backup: its place, its SHA-256 and its size in bytes.</summary>
internal sealed record BackupFile(string Path, string Sha256, long Size);

/// <summary>What a backup holds: <c>backup.json</c>, written last, so that a folder without it is no backup.</summary>
/// <param name="TakenAt">ISO 8601 in UTC.</param>
internal sealed record BackupManifest(int Format, string TakenAt, IReadOnlyList<BackupFile> Files)
{
    public const string Name = "backup.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static BackupManifest Of(string folder, DateTimeOffset takenAt) => new(
        1, takenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        [.. System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => Line(folder, path))]);

    /// <summary>Reads the manifest of a folder; null where the folder is no backup.</summary>
    public static BackupManifest? TryRead(string folder)
    {
        var path = System.IO.Path.Combine(folder, Name);
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(path), Json) is { Format: 1, Files: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string folder) => File.WriteAllText(System.IO.Path.Combine(folder, Name), JsonSerializer.Serialize(this, Json));

    /// <summary>The first file that is not as it was taken, or that was not taken; null when all is well.</summary>
    public string? Problem(string folder)
    {
        foreach (var file in Files)
        {
            var path = System.IO.Path.Combine(folder, file.Path);
            if (!File.Exists(path) || Line(folder, path) != file)
                return file.Path;
        }

        var known = Files.Select(file => file.Path).Append(Name).ToHashSet(StringComparer.Ordinal);
        return System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Relative(folder, path)).FirstOrDefault(path => !known.Contains(path));
    }

    private static BackupFile Line(string folder, string path)
    {
        using var content = File.OpenRead(path);
        return new(Relative(folder, path), Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
    }

    private static string Relative(string folder, string path) => System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/');
}
