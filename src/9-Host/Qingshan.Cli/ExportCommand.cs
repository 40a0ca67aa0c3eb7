using System.CommandLine;
using System.Globalization;
using Qingshan.Cases.Evidence;
using Qingshan.Record;
using Qingshan.Record.Bundles;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Web.Hosting;

namespace Qingshan.Cli;

/// <summary><c>qingshan export CASE --out FILE [--seen CHECKPOINT]… [--data DIR]</c>: writes a case as a bundle, beside a running server. Personal fields stay sealed.</summary>
internal static class ExportCommand
{
    private const int Tries = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static Command Create()
    {
        var wanted = Arguments.Name("case", "Id or number of the case.");
        var target = new Option<string>("--out") { Description = "File ending in .zip, or a new folder.", Required = true };
        var seen = SeenOption.Create("A checkpoint that the receiver holds: the bundle proves that the log only grew since; may be given several times.");
        var data = DataOption.Create();
        var command = new Command("export", "Export a case as a bundle that can be verified offline.") { wanted, target, seen, data };
        command.SetAction(async (parsed, cancel) => SeenOption.TryRead(parsed.GetValue(seen) ?? [], out var code) is { } held
            ? await RunAsync(parsed.GetValue(wanted)!, Path.GetFullPath(parsed.GetValue(target)!), [.. held.Select(s => s.Checkpoint.Size)], parsed.Folder(data), cancel)
            : code);
        return command;
    }

    private static async Task<int> RunAsync(string wanted, string target, IReadOnlyList<long> seenSizes, string folder, CancellationToken cancel)
    {
        using var record = RecordReading.TryOpen(folder, SiteRecord.Options(folder, TimeProvider.System).EntryAssemblies);
        if (record is null)
            return DataOption.NoSite(folder);
        if (CaseLookup.Find(record, wanted) is not { } file)
            return Done.Failed($"没有此案件：{wanted}", $"no such case: {wanted}");
        if (System.IO.Directory.Exists(target) && System.IO.Directory.EnumerateFileSystemEntries(target).Any())
            return Done.Failed($"目标文件夹不为空：{target}", $"the folder is not empty: {target}");
        var streams = CaseLookup.Streams(record, file);
        var outcome = await WriteAsync(folder, streams, seenSizes, target, cancel);
        if (!outcome.TryGet(out var summary, out var refusal))
            return Done.Failed(refusal);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"exported: {summary.Entries} entries, {summary.Attachments} attachments, {streams.Count} streams, checkpoint {summary.Checkpoint.Checkpoint.Size}"));
        return Done.Ok;
    }

    // The newest entries are under a checkpoint within a second.
    private static async Task<Outcome<BundleSummary>> WriteAsync(
        string folder, IReadOnlyList<StreamId> streams, IReadOnlyList<long> seenSizes, string target, CancellationToken cancel)
    {
        var files = new EvidenceStore(folder, new Ids(TimeProvider.System), TimeProvider.System);
        var request = new BundleRequest(streams, sha256 => files.Find(sha256) is null ? null : files.Open(sha256), _ => null, seenSizes);
        for (var tried = 1; ; tried++)
        {
            var outcome = BundleWriter.Write(folder, request, target, new FilesWritten());
            if (outcome.Refusal?.Reason != BundleReasons.NotYetSigned || tried == Tries)
                return outcome;
            await Task.Delay(Pause, cancel);
        }
    }

    private sealed class FilesWritten : IProgress<int>
    {
        private const int Step = 100;

        public void Report(int value)
        {
            if (value % Step == 0)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已写入 {value} 个文件 · {value} files written"));
        }
    }
}
