using Microsoft.Data.Sqlite;

namespace Qingshan.Cli;

/// <summary>
/// The files of a data folder in a backup: <c>data</c> holds the databases, archive and evidence; <c>keys</c> holds personal keys and signing keys, apart, so
/// that the two can be kept in different hands.
/// </summary>
internal static class SiteFiles
{
    public const string Data = "data";
    public const string Keys = "keys";

    /// <summary>The list of destroyed personal keys.</summary>
    public const string Destroyed = "destroyed-keys";

    private const string KeyDatabase = "keys.db";
    private const string KeyFolder = "keys";

    // Made anew by whoever opens the folder.
    private static readonly string[] Transient = ["record.lock"];

    // Uploads that are not complete, and exports on their way out.
    private static readonly string[] Passing = [Path.Combine("evidence", "parts"), "exports"];

    // While the site runs, what points at the record is copied before it and what the record points at after it: a detector that knew more than the record
    // would skip what the record lacks, and a log that ended before its anchor would look cut.
    private static readonly string[] First = ["detectors.db", "record.db"];

    /// <summary>Copies a live data folder: databases first, so that every file that an entry names is there when evidence and archive follow.</summary>
    public static void Copy(string data, string target, Action<string> said)
    {
        foreach (var database in System.IO.Directory.EnumerateFiles(data, "*.db").OrderBy(Turn).ThenBy(path => path, StringComparer.Ordinal))
        {
            said(Path.GetFileName(database));
            CopyDatabase(database, Place(target, Path.GetFileName(database)));
        }

        foreach (var file in System.IO.Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Where(file => IsPlain(data, file)).Order(StringComparer.Ordinal))
            CopyFile(file, Place(target, Path.GetRelativePath(data, file)));
    }

    /// <summary>Puts a backup together as a data folder.</summary>
    public static void Restore(string backup, string target, Action<string> said)
    {
        foreach (var part in new[] { Data, Keys })
        {
            var from = Path.Combine(backup, part);
            foreach (var file in System.IO.Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                said(Path.GetRelativePath(backup, file));
                CopyFile(file, Path.Combine(target, Path.GetRelativePath(from, file)));
            }
        }
    }

    private static int Turn(string database) => Array.IndexOf(First, Path.GetFileName(database)) is >= 0 and var turn ? turn : First.Length;

    private static string Place(string target, string name) =>
        Path.Combine(target, name is KeyDatabase or Destroyed || name.StartsWith(KeyFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Keys : Data, name);

    private static bool IsPlain(string data, string file)
    {
        var name = Path.GetRelativePath(data, file);
        return !Transient.Contains(name) && !name.EndsWith(".db", StringComparison.Ordinal) && !name.EndsWith(".db-wal", StringComparison.Ordinal)
            && !name.EndsWith(".db-shm", StringComparison.Ordinal) && !Passing.Any(folder => name.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    // The online backup of SQLite gives one consistent state while others write.
    private static void CopyDatabase(string from, string to)
    {
        Make(from, to).Dispose();
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        using var plain = target.CreateCommand();
        plain.CommandText = "PRAGMA journal_mode = DELETE";
        plain.ExecuteNonQuery();
    }

    private static void CopyFile(string from, string to)
    {
        // What grows meanwhile (an archive segment) is taken as far as it is now; its reader cuts a torn end off.
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = Make(from, to);
        source.CopyTo(target);
    }

    // A copy is as closed as its original, from the first byte on.
    private static FileStream Make(string from, string to)
    {
        var folder = Path.GetDirectoryName(to)!;
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(folder);
            return new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        }

        System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new FileStream(to, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = File.GetUnixFileMode(from) });
    }
}
