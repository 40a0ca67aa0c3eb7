using System.Collections.Concurrent;

namespace Qingshan.Record.Storage;

/// <summary>Reading connections, each used by one caller at a time and every read in one transaction of its own.</summary>
internal sealed class StorePool(string folder) : IDisposable
{
    private readonly ConcurrentBag<SqliteStore> idle = [];
    private volatile bool closed;

    public T Read<T>(Func<IRecordStore, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (!idle.TryTake(out var store))
            store = SqliteStore.OpenReader(folder);
        try
        {
            store.BeginRead();
            try
            {
                return read(store);
            }
            finally
            {
                store.Rollback();
            }
        }
        finally
        {
            Return(store);
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var store))
            store.Dispose();
    }

    private void Return(SqliteStore store)
    {
        if (closed)
            store.Dispose();
        else
            idle.Add(store);
    }
}
