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
        var whole = true;
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await changed.WaitAsync(whole ? Timeout.InfiniteTimeSpan : options.WitnessRetry, closing.Token);
                await Task.Delay(options.CheckpointDelay, closing.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            whole = await TrySignAsync();
        }

        await TrySignAsync();
    }

    /// <summary>False when something was away and is to be asked again.</summary>
    private async Task<bool> TrySignAsync()
    {
        try
        {
            return await SignAsync();
        }
#pragma warning disable CA1031 // Signing is tried again later; entries stay durable without it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            options.OnFault(fault);
            return false;
        }
    }

    private async Task<bool> SignAsync()
    {
        var now = head();
        if (now.Size == 0 || now.Size == Latest?.Checkpoint.Size && Latest.Signatures.Count > options.Witnesses.Count)
            return true;
        // Who has signed this size already is not asked again, and keeps its place when it is away by now.
        var signed = Latest is { } latest && latest.Checkpoint.Size == now.Size && latest.IsSignedBy(key.Public) ? latest : Sign(new(options.Origin, now.Size, now.Root));
        var signatures = new List<NoteSignature>(signed.Signatures);
        var whole = true;
        foreach (var witness in options.Witnesses.Where(w => !signed.IsSignedBy(w.Public)))
        {
            try
            {
                if (await AskAsync(witness, signed, now.Size) is { } signature)
                    signatures.Add(signature);
            }
#pragma warning disable CA1031 // A witness is somebody else's program: whatever it throws, the others still sign.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                whole = false;
                options.OnFault(new InvalidOperationException($"{witness.Public.Name}: {fault.Message}", fault));
            }
        }

        if (signatures.Count > signed.Signatures.Count || signed != Latest)
        {
            signed = signed with { Signatures = signatures };
            await store(signed);
            Latest = signed;
        }

        return whole;
    }

    private SignedCheckpoint Sign(Checkpoint checkpoint) => new(checkpoint, [new(key.Public.Name, key.Public.Id, key.Sign(checkpoint.Bytes))]);

    /// <summary>The witness's signature; null when it refuses, which waiting does not change.</summary>
    private async Task<NoteSignature?> AskAsync(IWitness witness, SignedCheckpoint signed, long size)
    {
        var seen = await witness.SeenSizeAsync();
        IReadOnlyList<byte[]> proof = seen <= size ? pool.Read(s => new MerkleTree(s.Hashes).Consistency(seen, size)) : [];
        if ((await witness.CoSignAsync(signed, proof)).TryGet(out var signature, out var refusal))
            return signature;
        options.OnFault(new InvalidOperationException($"{witness.Public.Name}: {refusal}"));
        return null;
    }
}
