using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Qingshan.Record.Bundles;
using Qingshan.Record.Checkpoints;

namespace Qingshan.Record.Tests.Bundles;

/// <summary>Whoever holds the server, or even the operator's key, cannot make another history pass.</summary>
public sealed class ForgeryTests : IAsyncLifetime, IDisposable
{
    private readonly BundleSite site = new();
    private SignedCheckpoint seen = null!;

    public async Task InitializeAsync()
    {
        await site.FillAsync();
        seen = SignedCheckpoint.TryParse(await File.ReadAllTextAsync(Path.Combine(site.Export("honest"), "checkpoint.txt")))!;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Verify_FreshKey_Refused()
    {
        using var fresh = FileSigningKey.Open(site.Folder["fresh.pem"], "demo-bureau");
        await ForgeAsync(fresh, []);
        Assert.Equal("checkpoint.txt: not signed by a pinned operator", BundleVerifier.Verify(site.Folder["forged"], site.Trust, []).Line);
        Assert.Equal("consistent, but signer unknown", BundleVerifier.Verify(site.Folder["forged"], null, []).Line);
    }

    [Fact]
    public async Task Verify_RightKeyChangedHistory_RefusedForLackOfWitnesses()
    {
        await ForgeAsync(site.Operator, []);
        Assert.Equal("checkpoint.txt: 0 of 2 pinned witnesses co-signed, 2 are needed; history may have been changed", BundleVerifier.Verify(site.Folder["forged"], site.Trust, []).Line);
    }

    [Fact]
    public async Task Verify_RightKeyChangedHistory_RealWitnessesRefuse()
    {
        var refusals = new List<string>();
        await ForgeAsync(site.Operator, site.Witnesses, refusals);
        Assert.Equal(2, refusals.Count(r => r.Contains("witness.not-continued", StringComparison.Ordinal)));
        Assert.False(BundleVerifier.Verify(site.Folder["forged"], site.Trust, []).Verified);
    }

    [Fact]
    public async Task Verify_RightKeyChangedHistory_SeenRefuses()
    {
        await ForgeAsync(site.Operator, []);
        var operatorOnly = site.Trust with { Witnesses = [], Quorum = 0 };
        Assert.Equal("verified: 2 entries, 2 attachments, signed by demo-bureau, witnessed by nobody", BundleVerifier.Verify(site.Folder["forged"], operatorOnly, []).Line);
        Assert.Equal("checkpoint.txt: history was changed since the checkpoint seen at 4", BundleVerifier.Verify(site.Folder["forged"], operatorOnly, [seen]).Line);
    }

    [Fact]
    public async Task Verify_WitnessSignaturesCopiedOver_Refused()
    {
        await ForgeAsync(site.Operator, []);
        var path = Path.Combine(site.Folder["forged"], "checkpoint.txt");
        var forged = SignedCheckpoint.TryParse(await File.ReadAllTextAsync(path))!;
        var copied = forged with { Signatures = [forged.Signatures[0], .. seen.Signatures.Skip(1)] };
        await ReplaceAsync("forged", "checkpoint.txt", copied.Note);
        Assert.Equal("checkpoint.txt: the signature of demo-police does not hold", BundleVerifier.Verify(site.Folder["forged"], site.Trust, []).Line);
    }

    [Theory]
    [InlineData("manifest.json", "files", "manifest.json: malformed")]
    [InlineData("manifest.json", "attachments", "manifest.json: malformed")]
    [InlineData("manifest.json", "streams", "manifest.json: malformed")]
    [InlineData("manifest.json", "withheld", "manifest.json: malformed")]
    [InlineData("proofs.json", "inclusion", "proofs.json: malformed, or not one proof for each entry")]
    [InlineData("proofs.json", "consistency", "proofs.json: malformed, or not one proof for each entry")]
    [InlineData("keys.json", "keys", "keys.json: malformed")]
    public async Task Verify_NullInAList_Malformed(string file, string list, string expected)
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(site.Folder["honest"], file)))!;
        json[list]!.AsArray().Insert(0, null);
        await ReplaceAsync("honest", file, json.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(new Verification(false, expected), BundleVerifier.Verify(site.Folder["honest"], site.Trust, []));
    }

    [Fact]
    public void Trust_Text_RoundTripAndProblems()
    {
        var read = Trust.TryParse([site.Trust.Text], out _)!;
        Assert.Equal(site.Trust.Text, read.Text);
        Assert.Equal(2, Trust.TryParse([$"# pinned\n{site.Operator.Public}\n", $"witness {site.Witnesses[0].Public}\nwitness {site.Witnesses[1].Public}  # police\n"], out _)!.Quorum);
        Assert.Null(Trust.TryParse(["witness x"], out var problem));
        Assert.Equal("not a line of a trust file: witness x", problem);
        Assert.Null(Trust.TryParse([""], out problem));
        Assert.Equal("no operator key", problem);
        Assert.Null(Trust.TryParse([$"{site.Operator.Public}\nquorum 1"], out problem));
        Assert.Equal("the quorum is larger than the number of witnesses", problem);
    }

    [Fact]
    public async Task Trust_KeysPinnedTwice_CountOnce()
    {
        var (police, court) = (site.Witnesses[0].Public, site.Witnesses[1].Public);
        var overlapping = Trust.TryParse([$"operator {site.Operator.Public}\nwitness {police}\nquorum 1\n", $"{site.Operator.Public}\nwitness {police}\nwitness {court}\nquorum 2\n"], out _)!;
        Assert.Equal(site.Trust.Text, overlapping.Text);
        Assert.Equal(2, Trust.TryParse([site.Trust.Text.Replace("quorum 2\n", "", StringComparison.Ordinal), $"witness {police}"], out _)!.Quorum);
        Assert.Null(Trust.TryParse([$"{site.Operator.Public}\nwitness {police}\nwitness again {police.ToString().Split(' ')[1]}\nquorum 2"], out var problem));
        Assert.Equal("the quorum is larger than the number of witnesses", problem);
        using var fresh = FileWitness.Open(site.Folder["fresh"], "demo-police", site.Operator.Public);
        await ForgeAsync(site.Operator, [fresh]);
        var twice = new Trust([site.Operator.Public], [fresh.Public, fresh.Public, court], 2);
        Assert.Equal("checkpoint.txt: 1 of 2 pinned witnesses co-signed, 2 are needed; history may have been changed", BundleVerifier.Verify(site.Folder["forged"], twice, []).Line);
    }

    /// <summary>Writes another history from the first entry on, with the forger's means, and exports it.</summary>
    private async Task ForgeAsync(FileSigningKey key, IReadOnlyList<IWitness> witnesses, List<string>? faults = null)
    {
        var options = site.Options with { Folder = site.Folder["forger"], SigningKey = key, Witnesses = witnesses, OnFault = f => (faults ?? []).Add(f.Message) };
        await site.FillAsync("改写的案件", options);
        Assert.Null(site.TryExport("forged", site.Folder["forger"]).Refusal);
    }

    /// <summary>Replaces a file of a bundle; the manifest lists its hash, so the forger lists it anew.</summary>
    private async Task ReplaceAsync(string bundle, string file, string text)
    {
        var (path, manifest) = (Path.Combine(site.Folder[bundle], file), Path.Combine(site.Folder[bundle], "manifest.json"));
        var (before, after) = (Line(await File.ReadAllBytesAsync(path)), Line(Encoding.UTF8.GetBytes(text)));
        await File.WriteAllTextAsync(path, text);
        if (file != "manifest.json")
            await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace(before, after, StringComparison.Ordinal));

        string Line(byte[] bytes) => FormattableString.Invariant($"{{\"path\":\"{file}\",\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\",\"size\":{bytes.Length}}}");
    }
}
