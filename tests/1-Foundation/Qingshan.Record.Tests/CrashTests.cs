using System.Diagnostics;
using System.Globalization;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.CrashProbe;
using Qingshan.Record.Entries;
using Qingshan.Record.Merkle;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Tests;

/// <summary>Kill -9 under load, again and again on one growing record: nothing acknowledged is lost, nothing is half there.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Kills = 200;
    private readonly ScratchFolder folder = new();
    private readonly Dictionary<string, (long Version, string Hash)> streams = new(StringComparer.Ordinal);
    private readonly Random random = new(200);
    private MerkleFrontier frontier = MerkleFrontier.Empty;
    private long acknowledged;

    private sealed record Acknowledged(string Key, long First, int Count);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Kill_200TimesUnderLoad_NothingLost()
    {
        for (var run = 1; run <= Kills; run++)
        {
            var keys = await RunAndKillAsync(run);
            using var store = SqliteStore.OpenReader(folder["site"]);
            store.BeginRead();
            CheckNewEntries(store, run);
            foreach (var key in keys)
                Assert.Equal(("f", key.First, key.Count), store.FindDecision(key.Key) is { } d ? (d.Fingerprint, d.FirstPosition, d.Count) : default);
            CheckWitness();
            acknowledged += keys.Count;
            store.Rollback();
            if (run % 50 == 0)
                Assert.Equal((frontier.Size, null), (RecordAudit.Check(folder["site"]).Entries, RecordAudit.Check(folder["site"]).Problem));
        }

        Assert.True(acknowledged > 30 * Kills, $"only {acknowledged} acknowledged");
        await CheckRebuildAsync();
    }

    /// <summary>Starts the probe, waits for some hundred acknowledgements and a random moment more, and kills it by its process id.</summary>
    private async Task<List<Acknowledged>> RunAndKillAsync(int run)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Qingshan.Record.CrashProbe.dll"), folder.Path, run.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var probe = Process.Start(start)!;
        var faults = probe.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        for (var wanted = random.Next(30, 500); lines.Count < wanted;)
            lines.Add(await probe.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await faults));
        await Task.Delay(random.Next(0, 40));
        probe.Kill();
        // The last line may be cut: what was not read whole was not acknowledged to anybody.
        lines.AddRange((await probe.StandardOutput.ReadToEndAsync()).Split('\n')[..^1]);
        await probe.WaitForExitAsync();
        Assert.Equal("", await faults);
        return [.. lines.Select(l => l.Split(' ')).Select(w => new Acknowledged(w[0], long.Parse(w[1], CultureInfo.InvariantCulture), int.Parse(w[2], CultureInfo.InvariantCulture)))];
    }

    private void CheckNewEntries(SqliteStore store, int run)
    {
        var (from, sums, keys) = (frontier.Size, new Dictionary<string, (long Count, long Total)>(), new Dictionary<string, int>());
        foreach (var stored in store.Entries(from, int.MaxValue))
        {
            var envelope = Envelope.TryRead(stored.Bytes, out _)!;
            Assert.Equal(stored.Hash, MerkleHash.Leaf(stored.Bytes));
            Assert.Equal(frontier.Size, envelope.Position);
            Assert.Equal(streams.GetValueOrDefault(envelope.Stream.Key, (0, "")), (envelope.Version - 1, envelope.Previous));
            streams[envelope.Stream.Key] = (envelope.Version, Convert.ToHexStringLower(stored.Hash));
            frontier = frontier.Append([stored.Hash], (_, _, _) => { });
            var (count, total) = sums.GetValueOrDefault(envelope.Stream.Key);
            sums[envelope.Stream.Key] = (count + 1, total + envelope.Body.GetProperty("number").GetInt64());
            keys[envelope.Key] = keys.GetValueOrDefault(envelope.Key) + 1;
        }

        var head = store.ReadHead();
        Assert.Equal((frontier.Size, Convert.ToHexString(frontier.Root())), (head.Size, Convert.ToHexString(head.Root)));
        Assert.All(keys, key => Assert.Equal(key.Value, store.FindDecision(key.Key)!.Count));
        var rows = store.Query<(string Id, long Count, long Total)>("SELECT id, count, total FROM probe_sum WHERE id LIKE @run", new { run = $"r{run}-%" });
        Assert.Equal(sums.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value.Count, s.Value.Total)), rows.OrderBy(r => r.Id, StringComparer.Ordinal));
    }

    /// <summary>What a witness has seen is still there.</summary>
    private void CheckWitness()
    {
        if (!File.Exists(folder["witness/seen"]))
            return;
        var seen = SignedCheckpoint.TryParse(File.ReadAllText(folder["witness/seen"]))!.Checkpoint;
        using var store = SqliteStore.OpenReader(folder["site"]);
        Assert.Equal(Convert.ToHexString(seen.Root), Convert.ToHexString(new MerkleTree(store.Hashes).Root(seen.Size)));
    }

    private async Task CheckRebuildAsync()
    {
        await using var record = SqliteRecord.Open(new()
        {
            Folder = folder["site"],
            Time = new HandClock(),
            EntryAssemblies = [typeof(ProbeView).Assembly],
            Views = [new ProbeView()],
        });
        const string Digest = "SELECT count(*), sum(count), sum(count * total) FROM probe_sum";
        var live = record.Query<(long, long, long)>(Digest)[0];
        await record.RebuildAsync("probe_sum");
        Assert.Equal(live, record.Query<(long, long, long)>(Digest)[0]);
        Assert.Equal(frontier.Size, live.Item2);
    }
}
