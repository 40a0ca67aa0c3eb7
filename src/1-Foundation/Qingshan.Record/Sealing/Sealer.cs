using System.Security.Cryptography;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Sealing;

/// <summary>
/// Seals personal texts with AES-256-GCM. Each person has a key in <c>keys.db</c>, a file of its own with its own backup; each text has a key
/// derived from it (HKDF-SHA256 over the nonce), so that a bundle can disclose one text and nothing else. Ids of destroyed keys are kept in
/// <c>destroyed-keys</c>, which is applied at every opening: a restored backup opens without them.
/// </summary>
public sealed class Sealer : ISealer, IDisposable
{
    private readonly SqliteDatabase database;
    private readonly string destroyedPath;
    private readonly Action<Span<byte>> fill;
    private readonly Lock gate = new();

    private Sealer(SqliteDatabase database, string destroyedPath, Action<Span<byte>>? fill)
    {
        (this.database, this.destroyedPath) = (database, destroyedPath);
        this.fill = fill ?? (bytes => RandomNumberGenerator.Fill(bytes));
    }

    /// <summary>Opens the keys of a folder, making them at first, and applies the list of destroyed keys.</summary>
    public static Sealer Open(string folder, Action<Span<byte>>? fill = null)
    {
        Directory.CreateDirectory(folder);
        var (keys, destroyed) = (Path.Combine(folder, "keys.db"), Path.Combine(folder, "destroyed-keys"));
        TightFile.Touch(keys);
        TightFile.Touch(destroyed);
        TightFile.Check(keys);
        var database = SqliteDatabase.OpenWriter(keys);
        database.Script("""
            PRAGMA secure_delete = ON;
            CREATE TABLE IF NOT EXISTS person_key (id TEXT PRIMARY KEY, person TEXT NOT NULL, key BLOB NOT NULL);
            CREATE INDEX IF NOT EXISTS person_key_person ON person_key (person);
            """);
        var sealer = new Sealer(database, destroyed, fill);
        sealer.Erase(File.ReadAllLines(destroyed));
        return sealer;
    }

    public SealedText Seal(string person, string text)
    {
        Span<byte> nonce = stackalloc byte[SealedBox.NonceSize];
        lock (gate)
        {
            fill(nonce);
            var (id, key) = KeyOf(person) ?? MakeKey(person);
            return SealedBox.Close(person, id, SealedBox.TextKey(key, nonce), nonce, text);
        }
    }

    public string? Open(SealedText text) => TextKey(text) is { } key ? SealedBox.Open(text, key) : null;

    /// <summary>The key of this one text, to be disclosed with it; null when destroyed.</summary>
    public byte[]? TextKey(SealedText text)
    {
        byte[]? key;
        lock (gate)
            key = database.Query<byte[]>("SELECT key FROM person_key WHERE id = @id AND person = @person", new { id = text.KeyId, person = text.Person }).FirstOrDefault();
        return key is null || SealedBox.Nonce(text) is not { } nonce ? null : SealedBox.TextKey(key, nonce);
    }

    public void Destroy(string person)
    {
        lock (gate)
        {
            var ids = database.Query<string>("SELECT id FROM person_key WHERE person = @person", new { person });
            TightFile.Append(destroyedPath, string.Concat(ids.Select(id => id + "\n")));
            Erase(ids);
        }
    }

    /// <summary>Adds the destroyed keys of another list, such as the live site's when a backup is restored, and destroys them here.</summary>
    public void ApplyDestroyed(string listPath)
    {
        lock (gate)
        {
            var known = File.ReadAllLines(destroyedPath).ToHashSet(StringComparer.Ordinal);
            var more = File.ReadAllLines(listPath).Where(known.Add).ToList();
            TightFile.Append(destroyedPath, string.Concat(more.Select(id => id + "\n")));
            Erase(more);
        }
    }

    public void Dispose() => database.Dispose();

    private void Erase(IReadOnlyCollection<string> ids)
    {
        foreach (var id in ids)
            database.Execute("DELETE FROM person_key WHERE id = @id", new { id });
        // The log beside the file still holds the page with the key until it is written back and cut to nothing.
        database.Script("PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private (string Id, byte[] Key)? KeyOf(string person) =>
        database.Query<(string, byte[])>("SELECT id, key FROM person_key WHERE person = @person ORDER BY rowid DESC LIMIT 1", new { person }) is [var found] ? found : null;

    private (string Id, byte[] Key) MakeKey(string person)
    {
        var (idBytes, key) = (new byte[16], new byte[SealedBox.KeySize]);
        fill(idBytes);
        fill(key);
        var id = Convert.ToHexStringLower(idBytes);
        database.Execute("INSERT INTO person_key (id, person, key) VALUES (@id, @person, @key)", new { id, person, key });
        return (id, key);
    }
}
