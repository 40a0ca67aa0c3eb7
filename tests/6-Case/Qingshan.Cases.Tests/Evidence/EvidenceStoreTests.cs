using System.Security.Cryptography;
using NodaTime;
using Qingshan.Cases.Evidence;
using Qingshan.Record;
using Qingshan.Record.Reasons;
using Qingshan.TestKit;

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

    [Fact]
    public async Task ACrashAfterTheFileWasKept_LeavesAnUploadThatIsDone()
    {
        var id = Open().Begin(new("drum.png", Png.Length, "image/png"), "p1").Require().Id;
        await KeepAsync(Open(), Png);
        File.Delete(Path.Combine(Parts, id + ".part"));
        var store = Open();
        Assert.Equal(Png.Length, store.Progress(id, "p1").Require().Offset);
        Assert.Equal("evidence.offset-wrong", (await AppendAsync(store, id, 0, Png[..10])).Refusal!.Reason.Code);
        Assert.Equal(new StoredEvidence(Digest(Png), Png.Length, "image/png", "drum.png"), (await store.CompleteAsync(id, "p1", Digest(Png).ToUpperInvariant(), default)).Require());
        Assert.Empty(System.IO.Directory.EnumerateFiles(Parts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task APartThatIsGone_AndNotKept_IsAnUnknownUpload(int more)
    {
        var id = Open().Begin(new("a.png", Png.Length + more, "image/png"), "p1").Require().Id;
        if (more > 0)
            await KeepAsync(Open(), Png);
        File.Delete(Path.Combine(Parts, id + ".part"));
        Assert.Equal("evidence.upload-unknown", (await Open().CompleteAsync(id, "p1", Digest(Png), default)).Refusal!.Reason.Code);
    }

    [Fact]
    public async Task APerson_HasEightUploadsAtOneTime_AndWhatTheyLeftForAnHour_MakesRoom()
    {
        var time = new FakeTime();
        var store = Open(time);
        List<string> ids = [];
        for (var i = 0; i < 8; i++)
        {
            ids.Add(store.Begin(new("a.png", 100, "image/png"), "p1").Require().Id);
            time.Advance(Duration.FromMinutes(1));
        }

        Assert.Equal("evidence.too-much-open", store.Begin(new("a.png", 100, "image/png"), "p1").Refusal!.Reason.Code);
        Assert.Null(store.Begin(new("a.png", 100, "image/png"), "p2").Refusal);
        time.Advance(Duration.FromMinutes(51));
        await AppendAsync(store, ids[0], 0, Png[..10]);
        time.Advance(Duration.FromMinutes(2));
        Assert.Null(store.Begin(new("a.png", 100, "image/png"), "p1").Refusal);
        Assert.Equal(10, store.Progress(ids[0], "p1").Require().Offset);
        Assert.Equal("evidence.upload-unknown", store.Progress(ids[1], "p1").Refusal!.Reason.Code);
        Assert.Null(store.Progress(ids[2], "p1").Refusal);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "evidence.too-much-open")]
    public void OpenUploads_OfAPerson_DeclareTwoGigabytesAtMost(long more, string? code)
    {
        var store = Open();
        for (var i = 0; i < 3; i++)
            store.Begin(new("a.mp4", 512L << 20, "video/mp4"), "p1").Require();
        store.Begin(new("a.mp4", (512L << 20) - 100 + more, "video/mp4"), "p1").Require();
        Assert.Equal(code, store.Begin(new("a.png", 100, "image/png"), "p1").Refusal?.Reason.Code);
    }

    [Fact]
    public async Task AFullDisk_TakesNoUpload_AndKeepsWhatCame()
    {
        var free = (1L << 30) + 100;
        var store = new EvidenceStore(folder, new Ids(TimeProvider.System), TimeProvider.System, _ => free);
        Assert.Equal("evidence.no-space", store.Begin(new("a.png", 101, "image/png"), "p1").Refusal!.Reason.Code);
        var id = store.Begin(new("a.png", 100, "image/png"), "p1").Require().Id;
        await AppendAsync(store, id, 0, Png[..40]);
        free -= 41;
        Assert.Equal("evidence.no-space", (await AppendAsync(store, id, 40, Png[40..100])).Refusal!.Reason.Code);
        Assert.Equal(40, store.Progress(id, "p1").Require().Offset);
    }

    [Fact]
    public void WhatNobodyWentOnWithForAWeek_IsDroppedWhileTheServerRuns()
    {
        var time = new FakeTime();
        var store = Open(time);
        var id = store.Begin(new("a.png", 100, "image/png"), "p1").Require().Id;
        time.Advance(Duration.FromDays(7));
        store.Begin(new("a.png", 100, "image/png"), "p2").Require();
        Assert.Null(store.Progress(id, "p1").Refusal);
        time.Advance(Duration.FromMinutes(61));
        store.Begin(new("a.png", 100, "image/png"), "p2").Require();
        Assert.Equal("evidence.upload-unknown", store.Progress(id, "p1").Refusal!.Reason.Code);
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

    private string Parts => Path.Combine(folder, "evidence", "parts");

    private EvidenceStore Open(TimeProvider? time = null) => new(folder, new Ids(TimeProvider.System), time ?? TimeProvider.System, _ => 100L << 30);

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
