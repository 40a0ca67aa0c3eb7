using System.Security.Cryptography;
using Qingshan.Cases.Evidence;
using Qingshan.Record;
using Qingshan.Record.Reasons;

namespace Qingshan.Cases.Tests.Evidence;

public sealed class EvidenceStoreTests : IDisposable
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 100_000).Select(i => (byte)(i % 251))];

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("qingshan-evidence-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AFileInPartsOverARestart_IsKeptByteForByte()
    {
        var id = Open().Begin(new("drum.png", Png.Length, "image/png"), "p1").Require().Id;
        await AppendAsync(Open(), id, 0, Png[..40_000]);
        var store = Open();
        Assert.Equal(40_000, store.Progress(id, "p1").Require().Offset);
        await AppendAsync(store, id, 40_000, Png[40_000..]);
        var stored = (await store.CompleteAsync(id, "p1", Digest(Png).ToUpperInvariant(), default)).Require();
        Assert.Equal(new StoredEvidence(Digest(Png), Png.Length, "image/png", "drum.png"), stored);
        await using var kept = store.Open(stored.Sha256);
        Assert.Equal(Digest(Png), Convert.ToHexStringLower(await SHA256.HashDataAsync(kept)));
        Assert.Equal("evidence.upload-unknown", store.Progress(id, "p1").Refusal!.Reason.Code);
    }

    [Fact]
    public async Task TheSameContentTwice_IsKeptOnce()
    {
        var store = Open();
        Assert.Equal((await KeepAsync(store, Png)).Require().Sha256, (await KeepAsync(store, Png)).Require().Sha256);
        Assert.Single(System.IO.Directory.EnumerateFiles(Path.Combine(folder, "evidence", Digest(Png)[..2])));
        Assert.Empty(System.IO.Directory.EnumerateFiles(Path.Combine(folder, "evidence", "parts")));
    }

    [Theory]
    [InlineData("a.jpg", 200L << 20, "image/jpeg", "evidence.too-large")]
    [InlineData("a.jpg", (64L << 20) + 1, "image/jpeg", "evidence.too-large")]
    [InlineData("a.jpg", 64L << 20, "image/jpeg", null)]
    [InlineData("a.mp4", 200L << 20, "video/mp4", null)]
    [InlineData("a.exe", 10, "application/x-msdownload", "evidence.type-not-accepted")]
    [InlineData("a.jpg", 0, "image/jpeg", "evidence.size-invalid")]
    [InlineData("a\0.jpg", 10, "image/jpeg", "evidence.name-invalid")]
    [InlineData(" ", 10, "image/jpeg", "evidence.name-invalid")]
    public void Begin_RefusesByWhatIsDeclared(string name, long size, string type, string? code) =>
        Assert.Equal(code, Open().Begin(new(name, size, type), "p1").Refusal?.Reason.Code);

    [Fact]
    public async Task Complete_RefusesAFalseTypeAndAnotherDigest()
    {
        var store = Open();
        Assert.Equal("evidence.type-false", (await KeepAsync(store, Png, "image/jpeg")).Refusal!.Reason.Code);
        Assert.Equal("evidence.digest-differs", (await KeepAsync(store, Png, digest: new string('0', 64))).Refusal!.Reason.Code);
        Assert.Null(store.Find(Digest(Png)));
    }

    [Fact]
    public async Task Append_RefusesWhatDoesNotFit()
    {
        var store = Open();
        var id = store.Begin(new("a.png", 100, "image/png"), "p1").Require().Id;
        Assert.Equal("evidence.offset-wrong", (await AppendAsync(store, id, 5, Png[..10])).Refusal!.Reason.Code);
        Assert.Equal("evidence.part-too-large", (await AppendAsync(store, id, 0, Png[..101])).Refusal!.Reason.Code);
        Assert.Equal(0, store.Progress(id, "p1").Require().Offset);
        Assert.Equal("evidence.incomplete", (await store.CompleteAsync(id, "p1", Digest(Png), default)).Refusal!.Reason.Code);
        Assert.Equal("evidence.upload-unknown", store.Progress(id, "p2").Refusal!.Reason.Code);
        Assert.Equal("evidence.upload-unknown", store.Progress("../../etc/passwd", "p1").Refusal!.Reason.Code);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("")]
    public void Open_TakesDigestsOnly(string digest)
    {
        Assert.Null(Open().Find(digest));
        Assert.Throws<ArgumentException>(nameof(digest), () => Open().Open(digest));
    }

    private static async Task<Outcome<StoredEvidence>> KeepAsync(EvidenceStore store, byte[] bytes, string type = "image/png", string? digest = null)
    {
        var id = store.Begin(new("a", bytes.Length, type), "p1").Require().Id;
        await AppendAsync(store, id, 0, bytes);
        return await store.CompleteAsync(id, "p1", digest ?? Digest(bytes), default);
    }

    private static Task<Outcome<UploadProgress>> AppendAsync(EvidenceStore store, string id, long offset, byte[] part) =>
        store.AppendAsync(id, "p1", offset, new MemoryStream(part), default);

    private EvidenceStore Open() => new(folder, new Ids(TimeProvider.System), TimeProvider.System);

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
