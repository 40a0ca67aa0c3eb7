using System.Runtime.Versioning;
using System.Text;
using Qingshan.Record.Sealing;

namespace Qingshan.Record.Tests.Sealing;

[UnsupportedOSPlatform("windows")]
public sealed class SealerTests : IDisposable
{
    private const string Secret = "张三丰（示范）13900000000";
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Seal_Open_RoundTripAndNeverTheSameTwice()
    {
        using var sealer = Sealer.Open(folder["keys"]);
        var (one, two) = (sealer.Seal("p-1", Secret), sealer.Seal("p-1", Secret));
        Assert.Equal((Secret, Secret), (sealer.Open(one), sealer.Open(two)));
        Assert.Equal(one.KeyId, two.KeyId);
        Assert.NotEqual(one.Ciphertext, two.Ciphertext);
        Assert.NotEqual(one.KeyId, sealer.Seal("p-2", Secret).KeyId);
        Assert.Equal("", sealer.Open(sealer.Seal("p-1", "")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["keys/keys.db"]));
    }

    [Fact]
    public void Open_MovedOrChanged_Null()
    {
        using var sealer = Sealer.Open(folder["keys"]);
        var text = sealer.Seal("p-1", Secret);
        var key = sealer.TextKey(text)!;
        Assert.Equal(Secret, SealedBox.Open(text, key));
        Assert.Null(SealedBox.Open(text with { Person = "p-2" }, key));
        Assert.Null(SealedBox.Open(text with { KeyId = "x" }, key));
        Assert.Null(sealer.Open(text with { Nonce = "AAAA" }));
        Assert.Null(sealer.Open(text with { Ciphertext = "****" }));
        Assert.Null(SealedBox.Open(sealer.Seal("p-1", "other"), key));
    }

    [Fact]
    public async Task Destroy_TextIsGoneEverywhere()
    {
        var backup = folder["backup"];
        SealedText text;
        using (var sealer = Sealer.Open(folder["keys"]))
        {
            await using (var record = SqliteRecord.Open(Sample.Options(folder, new HandClock(), new SampleView())))
            {
                text = sealer.Seal("p-1", Secret);
                var body = new SampleMeasured(new(1m, "m"), SampleMedium.Air, default, default, Sample.Stream("a"), true, null, text, []);
                await record.AppendAsync("k", Sample.Change("a", 0, body));
            }

            Directory.CreateDirectory(backup);
            File.Copy(folder["keys/keys.db"], Path.Combine(backup, "keys.db"));
            if (File.Exists(folder["keys/keys.db-wal"]))
                File.Copy(folder["keys/keys.db-wal"], Path.Combine(backup, "keys.db-wal"));
            var other = sealer.Seal("p-2", "stays");
            sealer.Destroy("p-1");
            Assert.Null(sealer.Open(text));
            Assert.Equal("stays", sealer.Open(other));
            Assert.Equal("new", sealer.Open(sealer.Seal("p-1", "new")));
            Assert.NotEqual(text.KeyId, sealer.Seal("p-1", "x").KeyId);
        }

        AssertNowhere(folder.Path, Encoding.UTF8.GetBytes("张三丰"));
        using (var restored = Sealer.Open(backup))
        {
            Assert.Equal(Secret, restored.Open(text));
            restored.ApplyDestroyed(folder["keys/destroyed-keys"]);
            Assert.Null(restored.Open(text));
        }

        using var again = Sealer.Open(backup);
        Assert.Null(again.Open(text));
        AssertNowhere(folder.Path, Encoding.UTF8.GetBytes("13900000000"));
    }

    [Fact]
    public void Destroy_KeyBytes_LeaveTheFiles()
    {
        var made = new List<byte[]>();
        using (var sealer = Sealer.Open(folder["keys"], Remember))
        {
            sealer.Seal("p-1", Secret);
            var key = made.Single(m => m.Length == 32);
            Assert.True(Contains(folder["keys/keys.db-wal"], key) || Contains(folder["keys/keys.db"], key));
            sealer.Destroy("p-1");
            AssertNowhere(folder["keys"], key);
        }

        void Remember(Span<byte> bytes)
        {
            System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
            made.Add(bytes.ToArray());
        }
    }

    private static void AssertNowhere(string folder, byte[] text) =>
        Assert.DoesNotContain(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), f => Contains(f, text));

    private static bool Contains(string path, byte[] text)
    {
        if (path.EndsWith("record.lock", StringComparison.Ordinal))
            return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(text) >= 0;
    }
}
