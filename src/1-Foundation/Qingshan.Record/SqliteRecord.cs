using System.Runtime.CompilerServices;
using NodaTime;
using Qingshan.Record.Appending;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Storage;
using Qingshan.Record.Views;

namespace Qingshan.Record;

/// <summary>
/// The record in one SQLite file (WAL, an fsync for each group of decisions). One thread writes, reads run beside it.
/// A cancelled <see cref="AppendAsync"/> was never applied; once the appender has taken a decision, the call waits for its outcome.
/// </summary>
public sealed class SqliteRecord : IRecord, IViewReader, IAsyncDisposable
{
    private const int PageSize = 256;
    private readonly FileStream writeLock;
    private readonly IRecordStore store;
    private readonly StorePool pool;
    private readonly ViewBuilds builds;
    private readonly Appender appender;
    private readonly RecordOptions options;
    private readonly CheckpointSigner? signer;
    private readonly CancellationTokenSource closing = new();

    private SqliteRecord(RecordOptions options, FileStream writeLock, IRecordStore store)
    {
        (this.options, this.writeLock, this.store) = (options, writeLock, store);
        Catalogue = EntryCatalogue.Of(options.EntryAssemblies);
        pool = new(options.Folder);
        builds = new(store, Catalogue);
        var writer = new GroupWriter(store, builds, options.Time);
        store.Begin();
        var behind = builds.Open(options.Views, writer.Head.Size);
        store.Commit();
        appender = new(store, writer, options, OnCommitted);
        if (options.SigningKey is { } key)
            signer = new(options, key, () => appender.Head, pool, signed => appender.RunAsync(s => CheckpointTable.Add(s, signed)));
        ViewsReady = Task.WhenAll(behind.Select(CatchUpAsync));
    }

    public event Action<IReadOnlyList<Entry>>? Committed;

    public long Count => appender.Head.Size;

    /// <summary>The entry types this record reads and writes.</summary>
    public EntryCatalogue Catalogue { get; }

    /// <summary>
    /// Ends when every view that was new or changed at opening has caught up and is live; appends go on meanwhile. Fails when a view cannot be built, and
    /// <see cref="RecordOptions.OnFault"/> is told which.
    /// </summary>
    public Task ViewsReady { get; }

    /// <summary>
    /// Opens the record, making it when missing. Throws <see cref="IOException"/> when another process writes to it, and when entry types or views
    /// contradict each other.
    /// </summary>
    public static SqliteRecord Open(RecordOptions options) => Open(options, SqliteStore.OpenWriter);

    /// <param name="openWriter">Opens the store of a folder; a test gives one that fails.</param>
    internal static SqliteRecord Open(RecordOptions options, Func<string, IRecordStore> openWriter)
    {
        ViewBuild.Check(options.Views);
        Directory.CreateDirectory(options.Folder);
        var writeLock = new FileStream(Path.Combine(options.Folder, "record.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        IRecordStore? store = null;
        try
        {
            store = openWriter(options.Folder);
            return new(options, writeLock, store);
        }
        catch
        {
            store?.Dispose();
            writeLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<Outcome<Receipt>> AppendAsync(Decision decision, CancellationToken cancel = default) =>
        PreparedDecision.Of(decision, Catalogue, options.BodyLimit).TryGet(out var prepared, out var refusal)
            ? await appender.AppendAsync(prepared, cancel)
            : refusal;

    /// <inheritdoc/>
    public ValueTask<Receipt?> FindReceiptAsync(string key, string fingerprint, CancellationToken cancel = default) =>
        ValueTask.FromResult(pool.Read(s => s.FindDecision(key)) is { } earlier && earlier.Fingerprint == fingerprint ? earlier.Again() : null);

    /// <inheritdoc/>
    public ValueTask<StreamHistory> ReadAsync(StreamId stream, Instant? knownAt = null, CancellationToken cancel = default)
    {
        var upTo = knownAt?.ToUnixTimeTicks() ?? long.MaxValue;
        var stored = pool.Read(s => s.StreamEntries(stream.ToString(), upTo));
        return ValueTask.FromResult(new StreamHistory(stream, [.. stored.Select(e => EntryReading.Read(e, Catalogue))]));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Entry> ReadAllAsync(long fromPosition = 0, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var end = Count;
        for (var position = fromPosition; position < end;)
        {
            cancel.ThrowIfCancellationRequested();
            var from = position;
            foreach (var stored in pool.Read(s => s.Entries(from, (int)Math.Min(PageSize, end - from))))
            {
                yield return EntryReading.Read(stored, Catalogue);
                position++;
            }

            await Task.Yield();
        }
    }

    /// <summary>
    /// Queries the live views by their plain names, in a read transaction. A name in braces reaches the table itself, which a full-text table
    /// needs (<c>WHERE {case_text} MATCH @words</c>). Rows are records or classes (<c>due_at</c> fills <c>DueAt</c>), tuples, or single values;
    /// a list given as parameter is a JSON array: <c>IN (SELECT value FROM json_each(@ids))</c>.
    /// </summary>
    public IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null) => pool.Read(s => s.Query<TRow>(LiveTables.Fill(s, sql), parameters));

    /// <summary>Builds a view anew beside the live one and swaps it in. Appends and queries go on meanwhile.</summary>
    /// <param name="progress">Told the next position and the head after every page.</param>
    public async Task RebuildAsync(string view, IProgress<(long Position, long Count)>? progress = null)
    {
        var definition = options.Views.First(v => v.Name == view);
        ViewBuild? build = null;
        await appender.RunAsync(_ => build = builds.Begin(definition));
        await CatchUpAsync(build!, progress);
    }

    /// <summary>Messages not yet delivered, oldest first.</summary>
    public IReadOnlyList<OutboxItem> Undelivered(int limit) =>
        pool.Read(s => s.Query<OutboxItem>("SELECT id, topic, body FROM outbox ORDER BY id LIMIT @limit", new { limit }));

    /// <summary>Forgets a delivered message. A crash before this delivers it again.</summary>
    public Task DeliveredAsync(long id) => appender.RunAsync(s => s.Execute("DELETE FROM outbox WHERE id = @id", new { id }));

    /// <summary>The last signed checkpoint; null before the first.</summary>
    public SignedCheckpoint? LatestCheckpoint => signer is null ? pool.Read(CheckpointTable.Latest) : signer.Latest;

    /// <summary>Finishes what is queued, signs the last checkpoint, and closes. Whoever appends from now on is refused.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
            return;
        await closing.CancelAsync();
        await ViewsReady.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await appender.DisposeAsync();
        if (signer is not null)
            await signer.DisposeAsync();
        pool.Dispose();
        store.Dispose();
        await writeLock.DisposeAsync();
        closing.Dispose();
    }

    private void OnCommitted(IReadOnlyList<Entry> entries)
    {
        signer?.Wake();
        Committed?.Invoke(entries);
    }

    private async Task CatchUpAsync(ViewBuild build)
    {
        try
        {
            await CatchUpAsync(build, null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            options.OnFault(new InvalidOperationException($"View {build.View.Name} cannot be built: {fault.Message}", fault));
            throw;
        }
    }

    // Whoever closes meanwhile ends it between two pages; the next opening goes on from there.
    private async Task CatchUpAsync(ViewBuild build, IProgress<(long Position, long Count)>? progress)
    {
        var live = false;
        while (!live)
        {
            closing.Token.ThrowIfCancellationRequested();
            long position = 0;
            await appender.RunAsync(
                _ =>
                {
                    position = builds.Advance(build);
                    live = position == appender.Head.Size;
                    if (live)
                        builds.Finish(build);
                },
                () =>
                {
                    if (live)
                        builds.Follow(build);
                });
            progress?.Report((position, Count));
        }
    }
}

/// <summary>A message that waits to be delivered.</summary>
public sealed record OutboxItem(long Id, string Topic, string Body);
