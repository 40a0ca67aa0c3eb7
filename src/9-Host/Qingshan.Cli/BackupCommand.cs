using System.CommandLine;
using System.Globalization;

namespace Qingshan.Cli;

/// <summary><c>qingshan backup DIR [--data DIR]</c>: copies the whole site while it runs. A failed run leaves an earlier backup as it was.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var target = Arguments.Name("dir", "Folder of the backup; an earlier backup there is replaced.");
        var data = DataOption.Create();
        var command = new Command("backup", "Copy the whole site while it runs.") { target, data };
        command.SetAction(parsed => Run(Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(target)!)), parsed.Folder(data)));
        return command;
    }

    private static int Run(string target, string data)
    {
        if (!File.Exists(Path.Combine(data, "record.db")))
            return DataOption.NoSite(data);
        if (target == data || target.StartsWith(data + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return Done.Wrong("备份不能放在数据目录内", "a backup cannot stand inside the data folder");
        if (System.IO.Directory.Exists(target) && System.IO.Directory.EnumerateFileSystemEntries(target).Any() && BackupManifest.TryRead(target) is null)
            return Done.Failed($"文件夹不为空且不是备份：{target}", $"the folder is not empty and is no backup: {target}");
        var fresh = target + ".new";
        WholeFolder.Remove(fresh);
        try
        {
            SiteFiles.Copy(data, fresh, name => Console.Error.WriteLine($"备份 · backing up {name}"));
            var manifest = BackupManifest.Of(fresh, TimeProvider.System.GetUtcNow());
            manifest.Write(fresh);
            PutInPlace(fresh, target, target + ".old");
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"backed up: {manifest.Files.Count} files, {manifest.Files.Sum(file => file.Size)} bytes"));
            return Done.Ok;
        }
        finally
        {
            WholeFolder.Remove(fresh);
        }
    }

    // A run that was cut off between the two moves left the earlier backup under the old name, and nothing under its own.
    private static void PutInPlace(string fresh, string target, string old)
    {
        if (System.IO.Directory.Exists(target))
            WholeFolder.Remove(old);
        WholeFolder.PutInPlace(fresh, target, old);
        WholeFolder.Remove(old);
    }
}
