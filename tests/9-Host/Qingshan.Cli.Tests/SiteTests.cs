using Qingshan.Record;
using Qingshan.Record.Sealing;
using Qingshan.Web.Hosting;

namespace Qingshan.Cli.Tests;

/// <summary>Seeding, trust, backup and restore of a site's folder.</summary>
public sealed class SiteTests
{
    [Fact]
    public async Task Seed_LoadsOnce()
    {
        using var scratch = new Scratch();
        var data = scratch["var"];
        Assert.Equal(new Run(0, $"loaded: {data}\n", ""), await Command.RunAsync("seed", "demo", "--data", data));
        Assert.Equal(new Run(0, $"already there: {data}\n", ""), await Command.RunAsync("seed", "demo", "--data", data));
        var trust = await Command.RunAsync("trust", "--data", data);
        Assert.Equal((0, ""), (trust.Code, trust.Err));
        Assert.Equal(["operator site", "witness bureau", "witness police", "witness procuratorate"], trust.Out.Split('\n').Take(4).Select(line => line[..line.LastIndexOf(' ')]));
        Assert.EndsWith("\nquorum 3\n", trust.Out);
    }

    [Fact]
    public async Task Seed_IsRefusedWhereAServerRuns()
    {
        using var scratch = new Scratch();
        await using var record = SqliteRecord.Open(SiteRecord.Options(scratch["var"], TimeProvider.System));
        Assert.Equal(
            new Run(1, "", $"数据目录 {scratch["var"]} 正在使用，请先停止服务。 · The data folder {scratch["var"]} is in use; stop the server first.\n"),
            await Command.RunAsync("seed", "demo", "--data", scratch["var"]));
    }

    [Fact]
    public async Task Backup_RestoresToTheSameRecord_AndKeepsTheErasedErased()
    {
        using var scratch = new Scratch();
        var (data, backup) = (scratch["var"], scratch["backup"]);
        await Command.RunAsync("seed", "demo", "--data", data);
        SealedText kept, erased;
        using (var sealer = Sealer.Open(data))
            (kept, erased) = (sealer.Seal("kept", "甲"), sealer.Seal("erased", "乙"));
        var before = RecordAudit.Check(data);

        var saved = await Command.RunAsync("backup", backup, "--data", data);
        Assert.Equal(0, saved.Code);
        Assert.Matches("^backed up: [0-9]+ files, [0-9]+ bytes\n$", saved.Out);
        Assert.True(File.Exists(Path.Combine(backup, "keys", "keys.db")));
        Assert.False(File.Exists(Path.Combine(backup, "data", "keys.db")));
        using (var sealer = Sealer.Open(data))
            sealer.Destroy("erased");

        var restored = await Command.RunAsync("restore", backup, "--data", data);
        Assert.Equal(0, restored.Code);
        Assert.Matches($"^restored: [0-9]+ files, {before.Entries} entries, taken at ", restored.Out);
        Assert.Equal(before, RecordAudit.Check(data));
        using var opened = Sealer.Open(data);
        Assert.Equal(("甲", null), (opened.Open(kept), opened.Open(erased)));
        var stood = Assert.Single(BeforeRestore(data));
        Assert.Matches(@"\.before-restore-[0-9]{8}T[0-9]{6}Z$", stood);
        Assert.EndsWith($"kept: {stood}\n", restored.Err);
    }

    [Fact]
    public async Task Restore_Again_RemovesNothingThatWasKept()
    {
        using var scratch = new Scratch();
        var (data, backup) = (scratch["var"], scratch["backup"]);
        await Command.RunAsync("seed", "demo", "--data", data);
        await Command.RunAsync("backup", backup, "--data", data);
        await File.WriteAllTextAsync(Path.Combine(data, "live"), "only here");
        Assert.Equal(0, (await Command.RunAsync("restore", backup, "--data", data)).Code);
        Assert.Equal(0, (await Command.RunAsync("restore", backup, "--data", data)).Code);
        Assert.Equal(2, BeforeRestore(data).Length);
        Assert.Single(BeforeRestore(data), folder => File.Exists(Path.Combine(folder, "live")));
    }

    [Fact]
    public async Task Restore_OnANewDisk_NeedsTheListOfTheErased()
    {
        using var scratch = new Scratch();
        var (data, backup) = (scratch["var"], scratch["backup"]);
        await Command.RunAsync("seed", "demo", "--data", data);
        SealedText erased;
        using (var sealer = Sealer.Open(data))
            erased = sealer.Seal("erased", "乙");
        await Command.RunAsync("backup", backup, "--data", data);
        using (var sealer = Sealer.Open(data))
            sealer.Destroy("erased");
        var list = Path.Combine(data, "destroyed-keys");

        var without = await Command.RunAsync("restore", backup, "--data", scratch["new"]);
        Assert.Equal(0, without.Code);
        Assert.Contains(" · no live list of destroyed keys: persons erased since the backup come back; restore again with --destroyed FILE where there is one\n", without.Err);
        using (var sealer = Sealer.Open(scratch["new"]))
            Assert.Equal("乙", sealer.Open(erased));

        var with = await Command.RunAsync("restore", backup, "--data", scratch["newer"], "--destroyed", list);
        Assert.Equal(0, with.Code);
        Assert.DoesNotContain("no live list", with.Err);
        using (var sealer = Sealer.Open(scratch["newer"]))
            Assert.Null(sealer.Open(erased));
        Assert.Equal(
            new Run(2, "", $"没有此文件：{scratch["none"]} · no such file: {scratch["none"]}\n"),
            await Command.RunAsync("restore", backup, "--data", scratch["newest"], "--destroyed", scratch["none"]));
    }

    [Fact]
    public async Task Restore_OfADamagedBackup_LeavesTheSiteAlone()
    {
        using var scratch = new Scratch();
        var (data, backup) = (scratch["var"], scratch["backup"]);
        await Command.RunAsync("seed", "demo", "--data", data);
        await Command.RunAsync("backup", backup, "--data", data);
        var before = RecordAudit.Check(data);
        var file = Path.Combine(backup, "data", "record.db");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal(new Run(1, "", "备份已损坏：data/record.db · the backup is damaged: data/record.db\n"), await Command.RunAsync("restore", backup, "--data", data));
        Assert.Equal(before, RecordAudit.Check(data));
    }

    [Fact]
    public async Task Backup_ReplacesAnEarlierOne_AndNothingElse()
    {
        using var scratch = new Scratch();
        var data = scratch["var"];
        await Command.RunAsync("seed", "demo", "--data", data);
        Assert.Equal(0, (await Command.RunAsync("backup", scratch["backup"], "--data", data)).Code);
        Assert.Equal(0, (await Command.RunAsync("backup", scratch["backup"], "--data", data)).Code);
        System.IO.Directory.CreateDirectory(scratch["papers"]);
        await File.WriteAllTextAsync(Path.Combine(scratch["papers"], "letter.txt"), "dear");
        Assert.Equal(
            new Run(1, "", $"文件夹不为空且不是备份：{scratch["papers"]} · the folder is not empty and is no backup: {scratch["papers"]}\n"),
            await Command.RunAsync("backup", scratch["papers"], "--data", data));
        Assert.True(File.Exists(Path.Combine(scratch["papers"], "letter.txt")));
    }

    private static string[] BeforeRestore(string data) => System.IO.Directory.GetDirectories(Path.GetDirectoryName(data)!, Path.GetFileName(data) + ".before-restore*");
}
