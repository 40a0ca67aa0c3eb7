using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Appending;

/// <summary>Something that waits for the appender's thread.</summary>
internal abstract class Pending;

/// <summary>A decision that waits. Either the appender takes it, and then it is carried through, or its caller cancels it, and then it is never applied.</summary>
internal sealed class PendingDecision(PreparedDecision prepared) : Pending
{
    private readonly TaskCompletionSource<Outcome<Receipt>> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int settled;

    public PreparedDecision Prepared { get; } = prepared;

    public Task<Outcome<Receipt>> Done => done.Task;

    /// <summary>What the appender decided, kept back until the commit.</summary>
    public Outcome<Receipt> Outcome { get; set; }

    /// <summary>A fault of a projection, given to the caller in place of the outcome.</summary>
    public Exception? Fault { get; set; }

    /// <summary>True for the one who comes first.</summary>
    public bool Take() => Interlocked.Exchange(ref settled, 1) == 0;

    public void Cancel(CancellationToken cancel)
    {
        if (Take())
            done.TrySetCanceled(cancel);
    }

    public void Acknowledge()
    {
        if (Fault is null)
            done.TrySetResult(Outcome);
        else
            done.TrySetException(Fault);
    }
}

/// <summary>Other work on the appender's thread, in a transaction of its own, and what follows once that is committed.</summary>
internal sealed class PendingWork(Action<IRecordStore> work, Action? committed) : Pending
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => done.Task;

    public void Run(IRecordStore store)
    {
        try
        {
            store.Begin();
            try
            {
                work(store);
                store.Commit();
            }
            catch
            {
                store.Rollback();
                throw;
            }

            committed?.Invoke();
            done.TrySetResult();
        }
#pragma warning disable CA1031 // Whatever the work throws belongs to whoever waits for it; the appender goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            done.TrySetException(fault);
        }
    }
}
