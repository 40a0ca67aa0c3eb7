using System.IO.Compression;
using System.Text;
using Qingshan.Record.Bundles;
using Qingshan.Record.Checkpoints;

namespace Qingshan.Record.Tests.Bundles;

public sealed class BundleTests : IAsyncLifetime, IDisposable
{
    private const string Good = "verified: 2 entries, 2 attachments, signed by demo-bureau, witnessed by demo-police, demo-procuratorate";
    private readonly BundleSite site = new();

    public Task InitializeAsync() => site.FillAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("case.zip")]
    [InlineData("case")]
    public void Verify_Untouched_Verified(string name)
    {
        var bundle = site.Export(name);
        Assert.Equal(new Verification(true, Good), BundleVerifier.Verify(bundle, site.Trust, []));
        Assert.Equal(new Verification(false, "consistent, but signer unknown"), BundleVerifier.Verify(bundle, null, []));
    }

    [Fact]
    public void Export_Twice_SameBytes()
    {
        Assert.Equal(File.ReadAllBytes(site.Export("one.zip")), File.ReadAllBytes(site.Export("two.zip")));
        Assert.Equal(["attachments/", "checkpoint.txt", "entries/000000000001.json", "entries/000000000003.json", "index.html", "keys.json", "manifest.json", "proofs.json"],
            ZipFile.OpenRead(site.Folder["one.zip"]).Entries.Select(e => e.FullName.StartsWith("attachments/", StringComparison.Ordinal) ? "attachments/" : e.FullName).Distinct());
    }

    [Fact]
    public void Export_Disclosed_OnlyTheChosenText()
    {
        var bundle = site.Export("case");
        var page = File.ReadAllText(Path.Combine(bundle, "index.html"));
        Assert.Contains("<dd>李四（示范）&lt;证人&gt;</dd>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(BundleSite.SuspectName, page, StringComparison.Ordinal);
        Assert.DoesNotContain("another case", string.Concat(Directory.EnumerateFiles(bundle, "*", SearchOption.AllDirectories).Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ErasedPerson_TextIsNowhere()
    {
        site.Sealer.Destroy("p-9");
        var bundle = site.Export("case");
        Assert.DoesNotContain("李四", string.Concat(Directory.EnumerateFiles(bundle, "*", SearchOption.AllDirectories).Select(File.ReadAllText)), StringComparison.Ordinal);
        Assert.Equal(Good, BundleVerifier.Verify(bundle, site.Trust, []).Line);
        await Task.CompletedTask;
    }

    [Fact]
    public void Verify_EveryByteOfZipFlipped_Refused()
    {
        var bundle = site.Export("case.zip");
        var bytes = File.ReadAllBytes(bundle);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            File.WriteAllBytes(bundle, bytes);
            bytes[i] ^= 1;
            Assert.False(BundleVerifier.Verify(bundle, site.Trust, []).Verified, $"byte {i} of {bytes.Length}");
        }
    }

    [Fact]
    public void Verify_EveryByteOfFolderFlipped_RefusedNamingTheFile()
    {
        var bundle = site.Export("case");
        foreach (var file in Directory.EnumerateFiles(bundle, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            // The manifest must follow from the rest byte by byte; the other files are covered by their hashes alike.
            for (var i = 0; i < bytes.Length; i += file.EndsWith("manifest.json", StringComparison.Ordinal) ? 1 : 7)
            {
                bytes[i] ^= 1;
                File.WriteAllBytes(file, bytes);
                bytes[i] ^= 1;
                var result = BundleVerifier.Verify(bundle, site.Trust, []);
                Assert.False(result.Verified);
                if (!file.EndsWith("manifest.json", StringComparison.Ordinal))
                    Assert.Equal(Path.GetRelativePath(bundle, file) + ": not the content that the manifest lists", result.Line);
            }

            File.WriteAllBytes(file, bytes);
        }

        Assert.Equal(Good, BundleVerifier.Verify(bundle, site.Trust, []).Line);
    }

    [Fact]
    public void Verify_ExtraOrMissing_Refused()
    {
        var bundle = site.Export("case");
        AssertAfter("extra file: note.txt", b => File.WriteAllText(Path.Combine(b, "note.txt"), "x"));
        AssertAfter("extra file: empty", b => Directory.CreateDirectory(Path.Combine(b, "empty")));
        AssertAfter("extra file: attachments/sub", b => Directory.CreateDirectory(Path.Combine(b, "attachments/sub")));
        AssertAfter("extra file: entries/000000000009.json", b => File.Copy(Path.Combine(b, "entries/000000000001.json"), Path.Combine(b, "entries/000000000009.json")));
        AssertAfter("missing file: entries/000000000003.json", b => File.Delete(Path.Combine(b, "entries/000000000003.json")));
        AssertAfter("missing file: keys.json", b => File.Delete(Path.Combine(b, "keys.json")));
        AssertAfter("extra file: keys.json", b =>
        {
            File.Move(Path.Combine(b, "keys.json"), Path.Combine(site.Folder.Path, "moved"));
            File.CreateSymbolicLink(Path.Combine(b, "keys.json"), Path.Combine(site.Folder.Path, "moved"));
        });
        Assert.Equal("no such file or folder", BundleVerifier.Verify(site.Folder["nowhere"], site.Trust, []).Line);

        void AssertAfter(string expected, Action<string> change)
        {
            var copy = site.Folder["copy"];
            if (Directory.Exists(copy))
                Directory.Delete(copy, recursive: true);
            foreach (var file in Directory.EnumerateFiles(bundle, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(copy, Path.GetRelativePath(bundle, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }

            change(copy);
            Assert.Equal(expected, BundleVerifier.Verify(copy, site.Trust, []).Line);
        }
    }

    [Fact]
    public void Verify_ZipTruncatedOrPadded_Refused()
    {
        var bytes = File.ReadAllBytes(site.Export("case.zip"));
        for (var length = 0; length < bytes.Length; length += 7)
            AssertRefused(bytes[..length]);
        AssertRefused(bytes[..^1]);
        AssertRefused([.. bytes, 0]);
        AssertRefused([0, .. bytes]);
        AssertRefused([.. bytes, .. bytes]);

        void AssertRefused(byte[] changed)
        {
            File.WriteAllBytes(site.Folder["changed.zip"], changed);
            Assert.False(BundleVerifier.Verify(site.Folder["changed.zip"], site.Trust, []).Verified);
        }
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/etc/evil")]
    [InlineData("entries/../../evil.json")]
    [InlineData("entries\\000000000001.json")]
    public void Verify_ZipSlipName_RefusedWithoutWriting(string name)
    {
        using (var zip = ZipFile.Open(site.Folder["slip.zip"], ZipArchiveMode.Create))
        using (var content = zip.CreateEntry(name, CompressionLevel.NoCompression).Open())
            content.Write("x"u8);
        Assert.Equal("ZIP: not a bundle's member at byte 0", BundleVerifier.Verify(site.Folder["slip.zip"], site.Trust, []).Line);
    }

    [Fact]
    public void Verify_ZipBombOrRepacked_RefusedAtOnce()
    {
        using (var zip = ZipFile.Open(site.Folder["bomb.zip"], ZipArchiveMode.Create))
        using (var content = zip.CreateEntry("manifest.json", CompressionLevel.SmallestSize).Open())
            content.Write(new byte[50_000_000]);
        Assert.Equal("ZIP: not a bundle's member at byte 0", BundleVerifier.Verify(site.Folder["bomb.zip"], site.Trust, []).Line);
        ZipFile.CreateFromDirectory(site.Export("case"), site.Folder["repacked.zip"]);
        Assert.StartsWith("ZIP: ", BundleVerifier.Verify(site.Folder["repacked.zip"], site.Trust, []).Line, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_AttachmentMissing_WithheldOpenly()
    {
        site.Attachments.Remove(site.Attachments.Keys.First());
        Assert.Equal(1, site.TryExport("case.zip").Require().Withheld);
        Assert.Equal(new Verification(true, Good.Replace("2 attachments", "1 attachments", StringComparison.Ordinal), 1), BundleVerifier.Verify(site.Folder["case.zip"], site.Trust, []));
    }

    [Fact]
    public void Export_Refusals_LeaveOldFile()
    {
        File.WriteAllText(site.Folder["case.zip"], "old");
        var name = site.Attachments.Keys.First();
        site.Attachments[name] = Encoding.UTF8.GetBytes("swapped");
        Assert.Equal("bundle.attachment-damaged", site.TryExport("case.zip").Refusal!.Reason.Code);
        Assert.Equal("old", File.ReadAllText(site.Folder["case.zip"]));
        Assert.False(File.Exists(site.Folder["case.zip.new"]));
        Assert.Equal("bundle.nothing-there", BundleWriter.Write(site.Database, new([Sample.Stream("none")], _ => null, _ => null), site.Folder["x"]).Refusal!.Reason.Code);
    }

    [Fact]
    public async Task Verify_Seen_OnlyGrowthPasses()
    {
        var first = SignedCheckpoint.TryParse(File.ReadAllText(Path.Combine(site.Export("first"), "checkpoint.txt")))!;
        await site.AppendAsync("case-3", 2);
        await site.AppendAsync("case-4", 3);
        var bundle = site.Export("later.zip");
        Assert.Equal(Good.Replace("2 entries", "4 entries", StringComparison.Ordinal), BundleVerifier.Verify(bundle, site.Trust, [first]).Line);
        Assert.Equal("proofs.json: no proof from the checkpoint seen at 6 to this one at 4; export again with it",
            BundleVerifier.Verify(site.Folder["first"], site.Trust, [SignedCheckpoint.TryParse(Encoding.UTF8.GetString(Member(bundle, "checkpoint.txt")))!]).Line);
        var foreign = first with { Checkpoint = first.Checkpoint with { Origin = "else" } };
        Assert.Equal("checkpoint.txt: the log is demo, the checkpoint seen is of else", BundleVerifier.Verify(bundle, site.Trust, [foreign]).Line);
    }

    private static byte[] Member(string zip, string name)
    {
        using var archive = ZipFile.OpenRead(zip);
        using var content = archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
