using Microsoft.Data.Sqlite;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Appending;

/// <summary>
/// The one thread that writes. It takes all waiting decisions, up to the group limit, into one transaction, commits once, and then acknowledges.
/// </summary>
#pragma warning disable CA1001 // The semaphore holds no handle as used here; late callers still ask it and get "closed".
internal sealed class Appender : IAsyncDisposable
#pragma warning restore CA1001
{
    private readonly Inbox<Pending> inbox = new();
    private readonly SemaphoreSlim room;
    private readonly IRecordStore store;
    private readonly GroupWriter writer;
    private readonly RecordOptions options;
    private readonly Action<IReadOnlyList<Entry>> committed;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Appender(IRecordStore store, GroupWriter writer, RecordOptions options, Action<IReadOnlyList<Entry>> committed)
    {
        (this.store, this.writer, this.options, this.committed) = (store, writer, options, committed);
        room = new(options.QueueLimit);
        new Thread(Run) { Name = "record appender", IsBackground = true }.Start();
    }

    /// <summary>Where the log ends, as of the last commit.</summary>
    public StoredHead Head => writer.Head;

    public async Task<Outcome<Receipt>> AppendAsync(PreparedDecision prepared, CancellationToken cancel)
    {
        await room.WaitAsync(cancel);
        try
        {
            var pending = new PendingDecision(prepared);
            if (!inbox.TryAdd(pending))
                return RecordReasons.Closed.Refuse();
            await using var registration = cancel.UnsafeRegister((p, token) => ((PendingDecision)p!).Cancel(token), pending);
            return await pending.Done;
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>Runs work on the writing store in its own transaction, after what is queued; once the thread has ended, on the caller's.</summary>
    /// <param name="committed">Runs on the same thread after the commit, before anything else is written.</param>
    public async Task RunAsync(Action<IRecordStore> work, Action? committed = null)
    {
        var pending = new PendingWork(work, committed);
        if (!inbox.TryAdd(pending))
        {
            await ended.Task;
            lock (ended)
                pending.Run(store);
        }

        await pending.Done;
    }

    /// <summary>Lets what is queued finish, then ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        inbox.Close();
        await ended.Task;
    }

    private void Run()
    {
        var (taken, group) = (new List<Pending>(), new List<PendingDecision>(options.GroupLimit));
        while (inbox.Take(ref taken))
        {
            foreach (var pending in taken)
            {
                if (pending is PendingDecision decision && decision.Take())
                    group.Add(decision);
                if (pending is PendingWork || group.Count == options.GroupLimit)
                    Write(group);
                (pending as PendingWork)?.Run(store);
            }

            Write(group);
            taken.Clear();
        }

        ended.SetResult();
    }

    private void Write(List<PendingDecision> group)
    {
        if (group.Count == 0)
            return;
        try
        {
            var entries = writer.Write(group);
            if (entries.Count > 0)
                Announce(entries);
        }
        catch (SqliteException fault)
        {
            options.OnFault(fault);
            foreach (var pending in group)
                (pending.Outcome, pending.Fault) = (RecordReasons.Unavailable.Refuse(), null);
        }

        // To wake each caller from here would keep the next group waiting.
        ThreadPool.UnsafeQueueUserWorkItem(Acknowledge, group.ToArray(), preferLocal: false);
        group.Clear();
    }

    private static void Acknowledge(PendingDecision[] group)
    {
        foreach (var pending in group)
            pending.Acknowledge();
    }

    private void Announce(IReadOnlyList<Entry> entries)
    {
        try
        {
            committed(entries);
        }
#pragma warning disable CA1031 // A handler that throws must not end the appender; the entries are already durable.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            options.OnFault(fault);
        }
    }
}
