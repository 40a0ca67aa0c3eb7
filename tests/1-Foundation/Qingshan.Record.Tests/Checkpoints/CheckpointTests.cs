using System.Collections.Concurrent;
using System.Runtime.Versioning;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.Merkle;
using Qingshan.Record.Reasons;
using Qingshan.Record.Tests.Merkle;

namespace Qingshan.Record.Tests.Checkpoints;

[UnsupportedOSPlatform("windows")]
public sealed class CheckpointTests : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly HandClock clock = new();
    private readonly FileSigningKey key;

    public CheckpointTests() => key = FileSigningKey.Open(folder["operator.pem"], "demo-operator");

    public void Dispose()
    {
        key.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Note_RoundTrip_Exact()
    {
        var checkpoint = new Checkpoint("demo.example/record", 7, MerkleHash.Leaf([1]));
        var signed = Sign(checkpoint);
        Assert.Equal($"demo.example/record\n7\n{Convert.ToBase64String(checkpoint.Root)}\n\n— demo-operator {Convert.ToBase64String([.. key.Public.Id, .. signed.Signatures[0].Signature])}\n", signed.Note);
        var read = SignedCheckpoint.TryParse(signed.Note)!;
        Assert.True(read.IsSignedBy(key.Public));
        Assert.True(read.IsSignedBy(PublicKey.TryParse(key.Public.ToString())!));
    }

    [Fact]
    public void Note_AnyByteFlipped_NotReadOrNotSigned()
    {
        var note = System.Text.Encoding.UTF8.GetBytes(Sign(new("demo", 7, MerkleHash.Leaf([1]))).Note);
        for (var i = 0; i < note.Length; i++)
        {
            note[i] ^= 1;
            Assert.NotEqual(true, SignedCheckpoint.TryParse(System.Text.Encoding.UTF8.GetString(note))?.IsSignedBy(key.Public));
            note[i] ^= 1;
        }
    }

    [Fact]
    public void Key_ReadableByOthers_Refused()
    {
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["operator.pem"]));
        File.SetUnixFileMode(folder["operator.pem"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Throws<UnauthorizedAccessException>(() => FileSigningKey.Open(folder["operator.pem"], "demo-operator"));
        Assert.Null(PublicKey.TryParse("one-word"));
        Assert.Null(PublicKey.TryParse("name bm8="));
    }

    [Fact]
    public async Task Witness_Fork_RefusedAlsoAfterRestart()
    {
        var leaves = Enumerable.Range(0, 9).Select(i => MerkleHash.Leaf([(byte)i])).ToList();
        var tree = new MerkleTree(MerkleTests.Kept(leaves));
        var forked = new MerkleTree(MerkleTests.Kept([.. leaves.Select((l, i) => i == 2 ? MerkleHash.Leaf([99]) : l)]));
        using (var witness = FileWitness.Open(folder["police"], "police", key.Public))
        {
            Assert.True((await witness.CoSignAsync(Sign(new("demo", 5, tree.Root(5))), [])).TryGet(out var signature, out _));
            Assert.True(witness.Public.Verifies(new Checkpoint("demo", 5, tree.Root(5)).Bytes, signature.Signature));
        }

        using var again = FileWitness.Open(folder["police"], "police", key.Public);
        Assert.Equal(5, await again.SeenSizeAsync());
        Assert.Equal("witness.not-continued", (await again.CoSignAsync(Sign(new("demo", 9, forked.Root(9))), forked.Consistency(5, 9))).Refusal!.Reason.Code);
        Assert.Equal("witness.not-continued", (await again.CoSignAsync(Sign(new("demo", 4, tree.Root(4))), [])).Refusal!.Reason.Code);
        Assert.Equal("witness.unknown-log", (await again.CoSignAsync(Sign(new("other", 9, tree.Root(9))), tree.Consistency(5, 9))).Refusal!.Reason.Code);
        using var stranger = FileSigningKey.Open(folder["stranger.pem"], "demo-operator");
        Assert.Equal("witness.unknown-log", (await again.CoSignAsync(Sign(new("demo", 9, tree.Root(9)), stranger), tree.Consistency(5, 9))).Refusal!.Reason.Code);
        Assert.Null((await again.CoSignAsync(Sign(new("demo", 9, tree.Root(9))), tree.Consistency(5, 9))).Refusal);
    }

    [Fact]
    public async Task Record_Commit_SignedAndWitnessedWithinASecond()
    {
        using var police = FileWitness.Open(folder["police"], "police", key.Public);
        var options = Sample.Options(folder, clock) with { SigningKey = key, Witnesses = [police], Origin = "demo" };
        await using (var record = SqliteRecord.Open(options))
        {
            Assert.Null(record.LatestCheckpoint);
            await record.AppendAsync("k", Sample.Change("a", 0, new SampleOpened("a"), new SampleNoted("n", 1)));
            for (var waited = 0; record.LatestCheckpoint is null && waited < 100; waited++)
                await Task.Delay(50);
            Assert.Equal(2, record.LatestCheckpoint!.Checkpoint.Size);
            await record.AppendAsync("k2", Sample.Change("a", 2, new SampleNoted("n", 1)));
        }

        await using var again = SqliteRecord.Open(options);
        var latest = again.LatestCheckpoint!;
        Assert.Equal(3, latest.Checkpoint.Size);
        Assert.True(latest.IsSignedBy(key.Public) && latest.IsSignedBy(police.Public));
        Assert.Equal(new AuditReport(3, Convert.ToHexStringLower(latest.Checkpoint.Root), null), RecordAudit.Check(folder.Path));
    }

    [Fact]
    public async Task Record_WitnessAway_OthersSign_AndItIsAskedAgain()
    {
        using var police = FileWitness.Open(folder["police"], "police", key.Public);
        using var court = FileWitness.Open(folder["court"], "court", key.Public);
        var away = new AwayWitness(police) { Away = true };
        var others = new AwayWitness(court);
        var faults = new ConcurrentQueue<string>();
        await using var record = SqliteRecord.Open(Sample.Options(folder, clock) with
        {
            SigningKey = key,
            Witnesses = [away, others],
            CheckpointDelay = TimeSpan.Zero,
            WitnessRetry = TimeSpan.FromMilliseconds(50),
            OnFault = fault => faults.Enqueue(fault.Message),
        });
        await record.AppendAsync("k", Sample.Change("a", 0, new SampleOpened("a")));
        await UntilAsync(() => record.LatestCheckpoint is not null);
        Assert.Equal(["demo-operator", "court"], record.LatestCheckpoint!.Signatures.Select(s => s.Name));
        await UntilAsync(() => faults.Count > 1);
        Assert.Equal(["police: the line is down"], faults.Distinct());
        // The one that signed is away by now, and its signature stays.
        (away.Away, others.Away) = (false, true);
        await UntilAsync(() => record.LatestCheckpoint.Signatures.Count == 3);
        Assert.True(record.LatestCheckpoint.IsSignedBy(key.Public) && record.LatestCheckpoint.IsSignedBy(court.Public) && record.LatestCheckpoint.IsSignedBy(police.Public));
        Assert.Equal(1, record.LatestCheckpoint.Checkpoint.Size);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var waited = 0; !holds() && waited < 200; waited++)
            await Task.Delay(25);
        Assert.True(holds());
    }

    private SignedCheckpoint Sign(Checkpoint checkpoint, FileSigningKey? by = null) =>
        new(checkpoint, [new((by ?? key).Public.Name, (by ?? key).Public.Id, (by ?? key).Sign(checkpoint.Bytes))]);

    private sealed class AwayWitness(FileWitness witness) : IWitness
    {
        public bool Away { get; set; }

        public PublicKey Public => witness.Public;

        public ValueTask<long> SeenSizeAsync(CancellationToken cancel = default) => Away ? throw new IOException("the line is down") : witness.SeenSizeAsync(cancel);

        public ValueTask<Outcome<NoteSignature>> CoSignAsync(SignedCheckpoint checkpoint, IReadOnlyList<byte[]> consistency, CancellationToken cancel = default) =>
            witness.CoSignAsync(checkpoint, consistency, cancel);
    }
}
