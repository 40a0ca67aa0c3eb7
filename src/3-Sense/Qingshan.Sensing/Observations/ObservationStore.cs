using Dapper;
using Microsoft.Data.Sqlite;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;

namespace Qingshan.Sensing.Observations;

/// <summary>How far the store has read a listener's archive.</summary>
/// <param name="Position">The next record to read.</param>
/// <param name="Records">Records before it.</param>
internal readonly record struct Checkpoint(ArchivePosition Position, long Records)
{
    public static Checkpoint Start => new(ArchivePosition.Start, 0);
}

/// <summary>
/// The writing side of <c>observations.db</c>; one at a time. Points, quarantine, tallies and the checkpoint of a batch are one transaction,
/// so after any crash the state is that of some checkpoint, and reading on from there gives what an uninterrupted run would have given.
/// </summary>
internal sealed class ObservationStore : IDisposable
{
    private readonly ObservationDatabase database;
    private readonly string listener;
    private readonly SqliteConnection connection;
    private readonly ObjectTable objects;
    private readonly BlockTable blocks;
    private readonly Pulse stored = new();
    private readonly Lock gate = new();
    private Checkpoint checkpoint;

    public ObservationStore(ObservationDatabase database, string listener)
    {
        (this.database, this.listener) = (database, listener);
        connection = database.Open();
        objects = new ObjectTable(connection);
        blocks = new BlockTable(connection);
        checkpoint = ReadCheckpoint(connection);
    }

    public Checkpoint Checkpoint
    {
        get
        {
            lock (gate)
                return checkpoint;
        }
    }

    /// <summary>Stores a batch of records in archive order.</summary>
    public void Apply(IReadOnlyList<(ArchiveRecord Record, Verdict Verdict)> batch)
    {
        if (batch.Count == 0)
            return;
        var next = new Checkpoint(batch[^1].Record.Next, Checkpoint.Records + batch.Count);
        using var transaction = connection.BeginTransaction();
        try
        {
            var writing = new BatchWriter(connection, transaction, listener, objects, blocks);
            foreach (var (record, verdict) in batch)
                writing.Add(record, verdict);
            writing.Finish(next);
            transaction.Commit();
        }
        catch
        {
            objects.Withdraw();
            blocks.Forget();
            throw;
        }

        objects.Keep();
        blocks.Keep();
        Publish(next);
    }

    /// <summary>Forgets everything, to be filled from the archive again.</summary>
    public void Clear()
    {
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var table in (string[])["checkpoint", "object", "block", "quarantine", "tally"])
                connection.Execute($"DELETE FROM {table}", transaction: transaction);
            transaction.Commit();
        }

        objects.Forget();
        blocks.Forget();
        Publish(Checkpoint.Start);
    }

    /// <summary>Completes as soon as something at or after <paramref name="position"/> is stored.</summary>
    public async Task WaitBeyondAsync(ArchivePosition position, CancellationToken cancellation)
    {
        while (true)
        {
            var next = stored.Next;
            if (Checkpoint.Position > position)
                return;
            await next.WaitAsync(cancellation);
        }
    }

    public Checkpoint ReadCheckpoint(SqliteConnection from)
    {
        var row = from.QueryFirstOrDefault<(long Segment, long Offset, long Records)?>(
            "SELECT segment, offset, records FROM checkpoint WHERE listener = @listener", new { listener });
        return row is { } found ? new Checkpoint(new ArchivePosition((int)found.Segment, found.Offset), found.Records) : Checkpoint.Start;
    }

    public SqliteConnection OpenForReading() => database.Open();

    public void Dispose()
    {
        blocks.Dispose();
        connection.Dispose();
    }

    private void Publish(Checkpoint next)
    {
        lock (gate)
            checkpoint = next;
        stored.Signal();
    }
}
