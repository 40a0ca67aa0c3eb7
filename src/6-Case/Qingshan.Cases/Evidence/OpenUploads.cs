using System.Text.Json;
using Qingshan.Record.Reasons;
using Qingshan.Record.Storage;

namespace Qingshan.Cases.Evidence;

/// <summary>
/// The uploads under way: a note of what was declared beside the bytes that came. Bounded for each person and by the room on the disk, so that nobody
/// fills it with files that no command ever names.
/// </summary>
internal sealed class OpenUploads
{
    /// <summary>Uploads that one person may have open.</summary>
    public const int MostOpen = 8;

    /// <summary>Bytes that one person's open uploads may have declared together.</summary>
    public const long MostBytes = 2L << 30;

    /// <summary>Bytes that stay free: the record and the received frames must always find room.</summary>
    public const long KeptFree = 1L << 30;

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(7);
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private readonly string folder;
    private readonly TimeProvider time;
    private readonly FreeSpace free;
    private readonly Lock gate = new();
    private DateTimeOffset lookedAt;

    /// <summary>Opens the folder, and drops uploads that nobody went on with for a week.</summary>
    public OpenUploads(string folder, TimeProvider time, FreeSpace free)
    {
        (this.folder, this.time, this.free) = (System.IO.Directory.CreateDirectory(folder).FullName, time, free);
        DropForgotten();
    }

    /// <summary>Makes room for an upload and notes it; a refusal where the person has too much open already or the disk is full.</summary>
    public Refusal? Begin(string id, UploadDeclared declared, string person)
    {
        lock (gate)
        {
            if (time.GetUtcNow() - lookedAt >= Idle)
                DropForgotten();
            if ((NoRoomFor(declared.Size) ?? Limit(declared, person)) is { } refusal)
                return refusal;
            File.WriteAllText(NotePath(id), JsonSerializer.Serialize(new UploadNote(declared, person)));
            File.Create(PartPath(id)).Dispose();
            Touch(id);
            return null;
        }
    }

    public UploadNote? Find(string id, string person)
    {
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower) || !File.Exists(NotePath(id)))
            return null;
        return JsonSerializer.Deserialize<UploadNote>(File.ReadAllText(NotePath(id))) is { } note && note.Person == person ? note : null;
    }

    /// <summary>A refusal where so many bytes would eat into what must stay free.</summary>
    public Refusal? NoRoomFor(long bytes) => free(folder) - bytes < KeptFree ? EvidenceReasons.NoSpace.Refuse() : null;

    /// <summary>Bytes received. Where the part is gone, a crash came after it was kept: all were.</summary>
    public long Received(string id, UploadNote note) => new FileInfo(PartPath(id)) is { Exists: true } part ? part.Length : note.Declared.Size;

    /// <summary>Somebody went on with it, by the clock of the site, which need not be that of the disk.</summary>
    public void Touch(string id)
    {
        if (File.Exists(PartPath(id)))
            File.SetLastWriteTimeUtc(PartPath(id), time.GetUtcNow().UtcDateTime);
    }

    public void End(string id)
    {
        File.Delete(PartPath(id));
        File.Delete(NotePath(id));
    }

    public string PartPath(string id) => Path.Combine(folder, id + ".part");

    private string NotePath(string id) => Path.Combine(folder, id + ".json");

    /// <summary>What a person left lying for an hour makes room for what they begin now, the oldest first: a page that was closed cannot take it back.</summary>
    private Refusal? Limit(UploadDeclared declared, string person)
    {
        var open = Ids().Select(id => (Id: id, Note: Find(id, person))).Where(upload => upload.Note is not null)
            .Select(upload => (upload.Id, upload.Note!.Declared.Size, At: TouchedAt(upload.Id))).OrderBy(upload => upload.At).ToList();
        while (open.Count >= MostOpen || open.Sum(upload => upload.Size) + declared.Size > MostBytes)
        {
            if (open.Count == 0 || time.GetUtcNow() - open[0].At < Idle)
                return EvidenceReasons.TooMuchOpen.Refuse(("open", open.Count), ("most", MostOpen), ("bytes", MostBytes >> 30));
            End(open[0].Id);
            open.RemoveAt(0);
        }

        return null;
    }

    private void DropForgotten()
    {
        lookedAt = time.GetUtcNow();
        foreach (var id in Ids().Where(id => lookedAt - TouchedAt(id) > Forgotten).ToList())
            End(id);
    }

    private IEnumerable<string> Ids() => System.IO.Directory.EnumerateFiles(folder).Select(path => Path.GetFileNameWithoutExtension(path)).Distinct();

    private DateTimeOffset TouchedAt(string id) => File.GetLastWriteTimeUtc(File.Exists(PartPath(id)) ? PartPath(id) : NotePath(id));
}

/// <summary>What was declared, and by whom: only this person may go on with it.</summary>
internal sealed record UploadNote(UploadDeclared Declared, string Person);
