using Qingshan.Record.Storage;

namespace Qingshan.Record.Checkpoints;

/// <summary>The stored checkpoints.</summary>
internal static class CheckpointTable
{
    public static void Add(IRecordStore store, SignedCheckpoint signed) => store.Execute(
        "INSERT INTO checkpoint (size, note) VALUES (@size, @note) ON CONFLICT (size) DO UPDATE SET note = excluded.note",
        new { size = signed.Checkpoint.Size, note = signed.Note });

    public static SignedCheckpoint? Latest(IRecordStore store) =>
        store.Query<string>("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1") is [var note] ? SignedCheckpoint.TryParse(note) : null;

    /// <summary>Sizes of all checkpoints, smallest first.</summary>
    public static IReadOnlyList<long> Sizes(IRecordStore store) => store.Query<long>("SELECT size FROM checkpoint ORDER BY size");

    /// <summary>All notes by size, oldest first.</summary>
    public static IReadOnlyList<(long Size, string Note)> All(IRecordStore store) => store.Query<(long, string)>("SELECT size, note FROM checkpoint ORDER BY size");
}
