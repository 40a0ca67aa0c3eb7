using Dapper;
using Microsoft.Data.Sqlite;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Vessels;

/// <summary>
/// The writing side of <c>tracks.db</c>; one at a time, on the follower's thread. Fixes grow in memory and are written together with tallies, quarantine
/// and checkpoint in one transaction, every few seconds: after a crash the archive is read again from the checkpoint and gives the same.
/// </summary>
internal sealed class TrackStore : IDisposable
{
    /// <summary>Milliseconds of event time in one block.</summary>
    public const long Span = 600_000;

    private const int KeptBlocks = 60_000;

    private readonly TrackDatabase database;
    private readonly SqliteConnection connection;
    private readonly Dictionary<(long Span, int Mmsi), TrackBlock> blocks = [];
    private readonly Dictionary<(string Line, string Reason), long> tallies = [];
    private readonly List<(ArchivePosition Position, bool Decoded, string Reason)> quarantine = [];
    private readonly Dictionary<int, VesselIdentity> identities;
    private readonly List<VesselIdentity> changed = [];
    private readonly Lock gate = new();
    private TrackCheckpoint checkpoint;

    public TrackStore(TrackDatabase database)
    {
        this.database = database;
        connection = database.Open();
        checkpoint = ReadCheckpoint(connection);
        identities = TrackQueries.NewestIdentities(connection).ToDictionary(i => i.Mmsi);
    }

    /// <summary>What is written.</summary>
    public TrackCheckpoint Checkpoint
    {
        get
        {
            lock (gate)
                return checkpoint;
        }
    }

    public IReadOnlyCollection<VesselIdentity> Identities => identities.Values;

    /// <summary>Takes a fix; false where it adds nothing.</summary>
    public bool Add(VesselFix fix, ArchivePosition source)
    {
        var key = (fix.At.ToUnixTimeMilliseconds() / Span, fix.Mmsi);
        if (!blocks.TryGetValue(key, out var block))
            blocks[key] = block = new TrackBlock(fix.Mmsi, connection.ExecuteScalar<byte[]?>("SELECT data FROM block WHERE span = @Item1 AND mmsi = @Item2", new { key.Item1, Item2 = fix.Mmsi }));
        return block.Add(new StoredFix(fix, source));
    }

    /// <summary>Takes what a ship says of itself; null where it says nothing new, the whole statement otherwise.</summary>
    public VesselIdentity? Add(VesselIdentity said)
    {
        if (identities.TryGetValue(said.Mmsi, out var known) && (known with { At = said.At }) == said)
            return null;
        identities[said.Mmsi] = said;
        changed.Add(said);
        return said;
    }

    public VesselIdentity? IdentityOf(int mmsi) => identities.GetValueOrDefault(mmsi);

    public void Count(string line, string reason = "") => tallies[(line, reason)] = tallies.GetValueOrDefault((line, reason)) + 1;

    public void Quarantine(ArchivePosition position, bool decoded, string reason) => quarantine.Add((position, decoded, reason));

    /// <summary>Writes all that was taken, up to a checkpoint.</summary>
    public void Flush(TrackCheckpoint next)
    {
        using (var transaction = connection.BeginTransaction())
        {
            TrackWriting.Blocks(connection, transaction, blocks.Where(b => b.Value.Dirty));
            TrackWriting.Identities(connection, transaction, changed);
            TrackWriting.Quarantine(connection, transaction, quarantine);
            TrackWriting.Tallies(connection, transaction, tallies);
            TrackWriting.Checkpoint(connection, transaction, next);
            transaction.Commit();
        }

        foreach (var block in blocks.Values)
            block.Dirty = false;
        changed.Clear();
        quarantine.Clear();
        tallies.Clear();
        if (blocks.Count > KeptBlocks)
            blocks.Clear();
        lock (gate)
            checkpoint = next;
    }

    /// <summary>Forgets what was taken and not written.</summary>
    public void Forget()
    {
        blocks.Clear();
        tallies.Clear();
        quarantine.Clear();
        changed.Clear();
        identities.Clear();
        foreach (var identity in TrackQueries.NewestIdentities(connection))
            identities[identity.Mmsi] = identity;
    }

    /// <summary>Forgets everything, to be filled from the archive again.</summary>
    public void Clear()
    {
        foreach (var table in (string[])["checkpoint", "block", "identity", "quarantine", "tally"])
            connection.Execute($"DELETE FROM {table}");
        Forget();
        lock (gate)
            checkpoint = TrackCheckpoint.Start;
    }

    public SqliteConnection OpenForReading() => database.Open();

    public static TrackCheckpoint ReadCheckpoint(SqliteConnection from) =>
        from.QueryFirstOrDefault<(long Segment, long Offset, long Records, long WarmSegment, long WarmOffset)?>(
            "SELECT segment, offset, records, warm_segment, warm_offset FROM checkpoint") is { } row
            ? new TrackCheckpoint(new((int)row.Segment, row.Offset), row.Records, new((int)row.WarmSegment, row.WarmOffset))
            : TrackCheckpoint.Start;

    public void Dispose() => connection.Dispose();
}
