using System.Reflection;
using Qingshan.Record.Entries;
using Qingshan.Record.Storage;
using Qingshan.Record.Views;

namespace Qingshan.Record;

/// <summary>Reads a record beside the process that writes it: for tools at the command line. It never writes.</summary>
public sealed class RecordReading : IViewReader, IDisposable
{
    private readonly StorePool pool;
    private readonly EntryCatalogue catalogue;

    private RecordReading(string folder, EntryCatalogue catalogue) => (pool, this.catalogue) = (new(folder), catalogue);

    /// <summary>Opens a record; null where the folder holds none.</summary>
    /// <param name="entryAssemblies">Assemblies that hold entry types, as in <see cref="RecordOptions.EntryAssemblies"/>.</param>
    public static RecordReading? TryOpen(string folder, IReadOnlyList<Assembly> entryAssemblies) =>
        File.Exists(Path.Combine(folder, SqliteStore.FileName)) ? new(folder, EntryCatalogue.Of(entryAssemblies)) : null;

    /// <summary>Reads a stream; one that does not exist has no entries.</summary>
    public StreamHistory Read(StreamId stream) =>
        new(stream, [.. pool.Read(store => store.StreamEntries(stream.ToString(), long.MaxValue)).Select(entry => EntryReading.Read(entry, catalogue))]);

    /// <inheritdoc/>
    public IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null) => pool.Read(store => store.Query<TRow>(LiveTables.Fill(store, sql), parameters));

    public void Dispose() => pool.Dispose();
}
