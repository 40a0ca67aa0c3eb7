using System.CommandLine;
using System.Globalization;
using Qingshan.Record;
using Qingshan.Record.Sealing;
using Qingshan.Web;
using Qingshan.Web.Hosting;

namespace Qingshan.Cli;

/// <summary>
/// <c>qingshan restore DIR [--destroyed FILE] [--data DIR]</c>: puts a backup in place of the data folder, which is kept beside it under a name with the time. Personal keys that
/// were destroyed since the backup stay destroyed, and the record is computed anew before it is put in place.
/// </summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var source = Arguments.Name("dir", "Folder of the backup.");
        var destroyed = new Option<string?>("--destroyed") { Description = "The newest list of destroyed personal keys, where the live folder and its list are lost." };
        var data = DataOption.Create();
        var command = new Command("restore", "Put a backup in place; the folder that stood there is kept beside it.") { source, destroyed, data };
        command.SetAction(parsed => Run(Path.GetFullPath(parsed.GetValue(source)!), parsed.GetValue(destroyed), parsed.Folder(data)));
        return command;
    }

    private static int Run(string backup, string? destroyed, string data)
    {
        if (destroyed is not null && !File.Exists(destroyed))
            return Streams.NoSuchFile(destroyed);
        if (BackupManifest.TryRead(backup) is not { } manifest)
            return Done.Failed($"不是备份：{backup}", $"not a backup: {backup}");
        if (manifest.Problem(backup) is { } damaged)
            return Done.Failed($"备份已损坏：{damaged}", $"the backup is damaged: {damaged}");
        if (SiteRecord.IsInUse(data))
            return Done.Failed(ServeReasons.InUse.Refuse(("data", data)));
        var fresh = data + ".restoring";
        WholeFolder.Remove(fresh);
        try
        {
            SiteFiles.Restore(backup, fresh, name => Console.Error.WriteLine($"恢复 · restoring {name}"));
            ApplyDestroyed(fresh, [Path.Combine(data, SiteFiles.Destroyed), .. destroyed is null ? Array.Empty<string>() : [destroyed]]);
            var audit = RecordAudit.Check(fresh);
            if (audit.Problem is { } problem)
                return Done.Failed("恢复的总账未通过核验", $"the restored record does not hold: {problem}");
            var kept = WholeFolder.Free(data + TimeProvider.System.GetUtcNow().ToString("'.before-restore-'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            WholeFolder.PutInPlace(fresh, data, kept);
            if (System.IO.Directory.Exists(kept))
                Console.Error.WriteLine($"原数据目录保留于 · the folder that stood there is kept: {kept}");
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"restored: {manifest.Files.Count} files, {audit.Entries} entries, taken at {manifest.TakenAt}"));
            return Done.Ok;
        }
        finally
        {
            WholeFolder.Remove(fresh);
        }
    }

    // Whoever was erased after the backup was taken stays erased, as far as a list says who that is.
    private static void ApplyDestroyed(string fresh, IEnumerable<string> lists)
    {
        using var sealer = Sealer.Open(fresh);
        var there = lists.Where(File.Exists).ToList();
        foreach (var list in there)
            sealer.ApplyDestroyed(list);
        if (there.Count == 0)
        {
            Console.Error.WriteLine(
                "没有现行的已销毁密钥清单，备份之后被删除的个人信息会恢复；如有清单，请用 --destroyed 指定后重新恢复"
                + " · no live list of destroyed keys: persons erased since the backup come back; restore again with --destroyed FILE where there is one");
        }
    }
}
