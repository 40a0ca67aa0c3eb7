using System.Buffers;
using System.Threading.Channels;
using NodaTime;

namespace Qingshan.Sensing.Archive;

/// <summary>Takes waiting batches of many connections into one write and one flush. Batches are served in the order of arrival, so nobody starves.</summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    /// <summary>Writes the bytes durably or throws an <see cref="IOException"/> and leaves no trace.</summary>
    public delegate void Write(ReadOnlySpan<byte> bytes, IReadOnlyList<(byte[] Leaf, Instant ReceivedAt)> counted);

    private readonly ArchiveOptions options;
    private readonly TimeProvider time;
    private readonly Write write;
    private readonly Channel<Batch> waiting;
    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);
    private readonly List<(byte[] Leaf, Instant ReceivedAt)> counted = [];
    private readonly List<Batch> group = [];
    private readonly Task loop;
    private long failedGroups;

    public GroupWriter(ArchiveOptions options, TimeProvider time, Write write)
    {
        (this.options, this.time, this.write) = (options, time, write);
        waiting = Channel.CreateBounded<Batch>(new BoundedChannelOptions(options.WaitingBatches) { SingleReader = true });
        loop = Task.Run(RunAsync);
    }

    public long FailedGroups => Interlocked.Read(ref failedGroups);

    public async Task AppendAsync(IReadOnlyList<Stretch> stretches, CancellationToken cancellation)
    {
        if (stretches.Count == 0)
            return;
        var batch = new Batch(stretches, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await waiting.Writer.WriteAsync(batch, cancellation);
        }
        catch (ChannelClosedException)
        {
            throw new IOException("The archive is closed.");
        }

        // Once handed over, the batch will be written: a caller that stops waiting must not believe otherwise.
        await batch.Durable.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            TakeWaiting();
            if (buffer.WrittenCount < options.GroupBytes && options.GroupWindow > TimeSpan.Zero)
            {
                await Task.Delay(options.GroupWindow, time);
                TakeWaiting();
            }

            Commit();
        }
    }

    private void TakeWaiting()
    {
        while (buffer.WrittenCount < options.GroupBytes && waiting.Reader.TryRead(out var batch))
        {
            group.Add(batch);
            foreach (var stretch in batch.Stretches)
            {
                var length = SegmentFormat.Write(buffer, stretch);
                counted.Add((MerkleStack.Leaf(buffer.WrittenSpan[^length..]), stretch.ReceivedAt));
            }
        }
    }

    private void Commit()
    {
        try
        {
            write(buffer.WrittenSpan, counted);
            foreach (var batch in group)
                batch.Durable.SetResult();
        }
        catch (Exception failure)
        {
            // Whatever it was: those who wait must hear that nothing was kept, and the next group is tried.
            Interlocked.Increment(ref failedGroups);
            foreach (var batch in group)
                batch.Durable.SetException(new IOException("The archive could not be written.", failure));
        }

        group.Clear();
        counted.Clear();
        buffer.ResetWrittenCount();
    }

    private sealed record Batch(IReadOnlyList<Stretch> Stretches, TaskCompletionSource Durable);
}
