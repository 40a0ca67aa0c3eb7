using Qingshan.Record.Merkle;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Checkpoints;

/// <summary>Signs the head of the log in the background, at most a second after a commit, and has it co-signed and stored.</summary>
internal sealed class CheckpointSigner : IAsyncDisposable
{
    private readonly RecordOptions options;
    private readonly ISigningKey key;
    private readonly Func<StoredHead> head;
    private readonly StorePool pool;
    private readonly Func<SignedCheckpoint, Task> store;
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly CancellationTokenSource closing = new();
    private readonly Task running;

    public CheckpointSigner(RecordOptions options, ISigningKey key, Func<StoredHead> head, StorePool pool, Func<SignedCheckpoint, Task> store)
    {
        (this.options, this.key, this.head, this.pool, this.store) = (options, key, head, pool, store);
        Latest = pool.Read(CheckpointTable.Latest);
        running = Task.Run(RunAsync);
        Wake();
    }

    /// <summary>The last checkpoint that was stored.</summary>
    public SignedCheckpoint? Latest { get; private set; }

    /// <summary>Tells that the log grew.</summary>
    public void Wake()
    {
        if (changed.CurrentCount == 0)
        {
            try
            {
                changed.Release();
            }
            catch (SemaphoreFullException)
            {
                // Two commits at once: one call is enough.
            }
        }
    }

    /// <summary>Signs what is unsigned, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
            return;
        await closing.CancelAsync();
        await running;
        changed.Dispose();
        closing.Dispose();
    }

    private async Task RunAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await changed.WaitAsync(closing.Token);
                await Task.Delay(options.CheckpointDelay, closing.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            await TrySignAsync();
        }

        await TrySignAsync();
    }

    private async Task TrySignAsync()
    {
        try
        {
            await SignAsync();
        }
#pragma warning disable CA1031 // Signing is tried again after the next commit; entries stay durable without it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            options.OnFault(fault);
        }
    }

    private async Task SignAsync()
    {
        var now = head();
        if (now.Size == 0 || now.Size == Latest?.Checkpoint.Size && Latest.Signatures.Count > options.Witnesses.Count)
            return;
        var checkpoint = new Checkpoint(options.Origin, now.Size, now.Root);
        var signed = new SignedCheckpoint(checkpoint, [new(key.Public.Name, key.Public.Id, key.Sign(checkpoint.Bytes))]);
        var signatures = new List<NoteSignature>(signed.Signatures);
        foreach (var witness in options.Witnesses)
        {
            var seen = await witness.SeenSizeAsync();
            IReadOnlyList<byte[]> proof = seen <= now.Size ? pool.Read(s => new MerkleTree(s.Hashes).Consistency(seen, now.Size)) : [];
            if ((await witness.CoSignAsync(signed, proof)).TryGet(out var signature, out var refusal))
                signatures.Add(signature);
            else
                options.OnFault(new InvalidOperationException($"{witness.Public.Name}: {refusal}"));
        }

        signed = signed with { Signatures = signatures };
        await store(signed);
        Latest = signed;
    }
}
