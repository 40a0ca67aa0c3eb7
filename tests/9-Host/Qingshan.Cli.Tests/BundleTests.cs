using System.Security.Cryptography;
using System.Text;
using Qingshan.Cases.Cases;
using Qingshan.Cases.Evidence;
using Qingshan.Record;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.Entries;
using Qingshan.TestKit;
using Qingshan.Web.Hosting;

namespace Qingshan.Cli.Tests;

/// <summary>Export beside a running record, and what verification refuses.</summary>
public sealed class BundleTests : IAsyncLifetime
{
    private const string Number = "示范1号";
    private readonly Scratch scratch = new();
    private readonly FakeTime time = new();
    private SqliteRecord record = null!;

    private string Data => scratch["var"];

    private string Bundle => scratch["case.zip"];

    private string Trust => scratch["trust"];

    public async Task InitializeAsync()
    {
        System.IO.Directory.CreateDirectory(Path.Combine(Data, "keys"));
        record = Open(Data);
        var photo = new EvidenceStore(Data, new Ids(time), time).Put(Encoding.UTF8.GetBytes("a photo"), "image/jpeg");
        var signal = new StreamId("signal", "s1");
        var opened = new CaseOpened(Number, "env-zs", "330900", signal, "e", "o", new("案由", "cause"), new(2026, 3, 1), new(2026, 3, 1), ["p1", "p2"]);
        var item = new EvidenceAdded("i1", "site_photo", "照片", photo.Sha256, photo.MediaType, photo.Length, "排放", time.Now, "p1", "", null);
        await AppendAsync("k1", new StreamId("case", "c1"), opened, item);
        await AppendAsync("k2", new StreamId("case", "c2"), opened with { Number = "另一案" });
        await File.WriteAllTextAsync(Trust, (await Command.RunAsync("trust", "--data", Data)).Out);
    }

    public async Task DisposeAsync()
    {
        await record.DisposeAsync();
        scratch.Dispose();
    }

    [Fact]
    public async Task Export_BesideTheServer_VerifiesOffline()
    {
        var run = await ExportAsync();
        Assert.Equal((0, ""), (run.Code, run.Err));
        // The first checkpoint may have been signed between the two appends.
        Assert.Matches("^exported: 2 entries, 1 attachments, 1 streams, checkpoint [23]\n$", run.Out);
        Assert.Equal(
            new Run(0, "verified: 2 entries, 1 attachments, signed by site, witnessed by bureau, police, procuratorate\n", ""),
            await Command.RunAsync("verify", Bundle, "--trust", Trust));
    }

    [Fact]
    public async Task Verify_WithoutAPinnedKey_DoesNotTrust()
    {
        await ExportAsync();
        Assert.Equal(new Run(1, "consistent, but signer unknown\n", ""), await Command.RunAsync("verify", Bundle));
    }

    [Fact]
    public async Task Verify_RefusesAFlippedByte()
    {
        await ExportAsync();
        var bytes = await File.ReadAllBytesAsync(Bundle);
        for (var place = 40; place < bytes.Length; place += bytes.Length / 5)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[place] ^= 1;
            await File.WriteAllBytesAsync(scratch["flipped.zip"], flipped);
            Assert.Equal(1, (await Command.RunAsync("verify", scratch["flipped.zip"], "--trust", Trust)).Code);
        }
    }

    [Fact]
    public async Task Verify_RefusesABundleSignedWithAFreshKey()
    {
        await record.DisposeAsync();
        await ExportAsync();
        File.Delete(SiteRecord.KeyPath(Data));
        foreach (var name in SiteRecord.WitnessNames)
            System.IO.Directory.Delete(SiteRecord.WitnessFolder(Data, name), recursive: true);
        record = Open(Data);
        await AppendAsync("k3", new StreamId("case", "c3"), new FineDecided("1", new Quantity(1, "CNY")));
        // Until the new key has signed, the old checkpoint still holds.
        for (var waited = 0; record.LatestCheckpoint?.Checkpoint.Size != record.Count && waited < 200; waited++)
            await Task.Delay(50);
        Assert.Equal(0, (await Command.RunAsync("export", "c1", "--out", scratch["forged.zip"], "--data", Data)).Code);
        var run = await Command.RunAsync("verify", scratch["forged.zip"], "--trust", Trust);
        Assert.Equal(1, run.Code);
        Assert.DoesNotContain("verified", run.Out);
    }

    [Fact]
    public async Task Verify_WithAnEarlierCheckpoint_ProvesThatTheLogOnlyGrew()
    {
        await ExportAsync();
        await File.WriteAllTextAsync(scratch["seen"], record.LatestCheckpoint!.Note);
        await AppendAsync("k4", new StreamId("case", "c2"), 1, new FineDecided("1", new Quantity(1, "CNY")));
        Assert.Equal(0, (await Command.RunAsync("export", "c2", "--out", scratch["later.zip"], "--data", Data)).Code);
        Assert.Equal(0, (await Command.RunAsync("verify", scratch["later.zip"], "--trust", Trust, "--seen", scratch["seen"])).Code);
        await File.WriteAllTextAsync(scratch["bad"], "hello");
        Assert.Equal(
            new Run(2, "", $"不是检查点：{scratch["bad"]} · not a checkpoint: {scratch["bad"]}\n"),
            await Command.RunAsync("verify", scratch["later.zip"], "--trust", Trust, "--seen", scratch["bad"]));
    }

    [Fact]
    public async Task Export_WithACheckpointThatTheReceiverHolds_ProvesTheGrowthSinceThen()
    {
        // The log never stopped at one entry, so that no bundle proves this by itself.
        await File.WriteAllTextAsync(scratch["seen"], await NoteAtFirstEntryAsync());
        await ExportAsync();
        var without = await Command.RunAsync("verify", Bundle, "--trust", Trust, "--seen", scratch["seen"]);
        Assert.StartsWith("proofs.json: no proof from the checkpoint seen at 1 to this one at ", without.Out);
        Assert.Equal(1, without.Code);
        Assert.Equal(0, (await Command.RunAsync("export", "c1", "--out", scratch["asked.zip"], "--seen", scratch["seen"], "--data", Data)).Code);
        Assert.Equal(0, (await Command.RunAsync("verify", scratch["asked.zip"], "--trust", Trust, "--seen", scratch["seen"])).Code);
        await File.WriteAllTextAsync(scratch["bad"], "hello");
        Assert.Equal(
            new Run(2, "", $"不是检查点：{scratch["bad"]} · not a checkpoint: {scratch["bad"]}\n"),
            await Command.RunAsync("export", "c1", "--out", scratch["bad.zip"], "--seen", scratch["seen"], "--seen", scratch["bad"], "--data", Data));
    }

    [Theory]
    [InlineData("c1")]
    [InlineData("case/c1")]
    [InlineData(Number)]
    public async Task Export_FindsTheCaseByIdAndNumber(string wanted) =>
        Assert.Equal(0, (await Command.RunAsync("export", wanted, "--out", scratch["folder"], "--data", Data)).Code);

    [Fact]
    public async Task Export_OfAnUnknownCase_WritesNothing()
    {
        Assert.Equal(new Run(1, "", "没有此案件：c9 · no such case: c9\n"), await Command.RunAsync("export", "c9", "--out", Bundle, "--data", Data));
        Assert.False(File.Exists(Bundle));
    }

    private async Task<string> NoteAtFirstEntryAsync()
    {
        using var key = FileSigningKey.Open(SiteRecord.KeyPath(Data), SiteRecord.SignerName);
        var first = (await record.ReadAsync(new StreamId("case", "c1"))).Entries[0];
        var checkpoint = new Checkpoint(SiteRecord.Options(Data, time).Origin, 1, Convert.FromHexString(first.Hash));
        var id = SHA256.HashData(Convert.FromBase64String(key.Public.ToString().Split(' ')[1]))[..4];
        return new SignedCheckpoint(checkpoint, [new(SiteRecord.SignerName, id, key.Sign(Encoding.UTF8.GetBytes(checkpoint.Text)))]).Note;
    }

    private Task<Run> ExportAsync() => Command.RunAsync("export", Number, "--out", Bundle, "--data", Data);

    private SqliteRecord Open(string data)
    {
        var key = FileSigningKey.Open(SiteRecord.KeyPath(data), SiteRecord.SignerName);
        return SqliteRecord.Open(SiteRecord.Options(data, time) with
        {
            SigningKey = key,
            Witnesses = [.. SiteRecord.WitnessNames.Select(name => FileWitness.Open(SiteRecord.WitnessFolder(data, name), name, key.Public))],
        });
    }

    private Task AppendAsync(string key, StreamId stream, params EntryBody[] bodies) => AppendAsync(key, stream, 0, bodies);

    private async Task AppendAsync(string key, StreamId stream, long version, params EntryBody[] bodies) =>
        (await record.AppendAsync(new Decision(key, key, new Actor("p1", "", "env-zs", ""), [new(stream, version, [.. bodies.Select(body => new NewEntry(body, time.Now))])]))).Require();
}
