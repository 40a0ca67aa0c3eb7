using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Record;
using Qingshan.Record.Attachments;
using Qingshan.Record.Bundles;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Web.Reading;

namespace Qingshan.Web.CaseFiles;

/// <summary>A bundle that was written: where it lies until it was sent, and the name to save it under.</summary>
internal sealed record ExportedCase(string Path, string FileName, BundleSummary Summary);

/// <summary>Writes the file of a case as a bundle that anybody can verify offline.</summary>
internal sealed class CaseExport(
    CaseReading reading, IAccess access, IAccessJournal journal, Glances glances, IRecord record, IAttachmentStore files, ISealer sealer, TaskQueries tasks, SampleQueries samples,
    ServeOptions options, Ids ids, TimeProvider time)
{
    // A checkpoint is signed at most a second after a commit; whoever exports right after writing waits for it here instead of being sent away.
    private const int Attempts = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Drops what a crash left behind: a bundle may hold keys of sealed names, and is for the one who asked.</summary>
    public static void DropLeftovers(string data)
    {
        var folder = Folder(data);
        if (System.IO.Directory.Exists(folder))
            System.IO.Directory.Delete(folder, recursive: true);
    }

    private static string Folder(string data) => Path.Combine(data, "exports");

    public async Task<Outcome<ExportedCase>> WriteAsync(string id, CancellationToken cancel)
    {
        var stream = new StreamId(Case.Kind, id);
        var history = await record.ReadAsync(stream, cancel: cancel);
        if (!history.Exists)
            return await RefuseAsync(stream, AccessReasons.NotFound.Refuse(), cancel);
        var state = history.Fold<Case>();
        if (!access.Permit(reading.Who, "case.export", state.Subject).TryGet(out var answer, out var refusal))
            return await RefuseAsync(stream, refusal, cancel);
        var opens = reading.MayReadPersons(state.Subject);
        await journal.WriteAsync(new AccessRead(reading.Who, stream.ToString(), opens ? "export with personal data" : "export", answer.Level, Refused: false), cancel);
        var streams = await StreamsAsync(history, state, cancel);
        // A key is disclosed only where the table lets this post read it, purpose and all.
        Func<SealedText, byte[]?> disclose = opens && sealer is Sealer keys ? keys.TextKey : _ => null;
        var written = await BundleAsync(new BundleRequest(streams, Open, disclose), cancel);
        return written.Then<ExportedCase>(done => done with { FileName = FileNames.Of($"{state.Opened!.Number} {history.Version}", "") + ".zip" });
    }

    private async Task<List<StreamId>> StreamsAsync(StreamHistory history, Case state, CancellationToken cancel)
    {
        var open = new List<StreamId>();
        foreach (var task in tasks.List(state.Opened!.Signal.Key))
        {
            await AddOpenAsync<FieldTask>(new StreamId(FieldTask.Kind, task.Id), open, cancel);
            foreach (var sample in samples.List(task.Id))
                await AddOpenAsync<Sample>(new StreamId(Sample.Kind, sample.Id), open, cancel);
        }

        var there = new List<StreamId>();
        foreach (var stream in CaseStreams.Of(history, open))
        {
            if ((await record.ReadAsync(stream, cancel: cancel)).Exists)
                there.Add(stream);
        }

        return there;
    }

    private async Task AddOpenAsync<TState>(StreamId stream, List<StreamId> open, CancellationToken cancel)
        where TState : IFold<TState>, IHasSubject
    {
        if (await glances.AtAsync<TState>(reading.Who, stream, cancel: cancel) is not { Level: >= AccessLevel.Full } glance)
            return;
        await journal.WriteAsync(new AccessRead(reading.Who, stream.ToString(), "export", glance.Level, Refused: false), cancel);
        open.Add(stream);
    }

    private Stream? Open(string sha256) => files.Find(sha256) is null ? null : files.Open(sha256);

    private async Task<Outcome<ExportedCase>> BundleAsync(BundleRequest request, CancellationToken cancel)
    {
        var folder = System.IO.Directory.CreateDirectory(Folder(options.Data)).FullName;
        var path = Path.Combine(folder, ids.New() + ".zip");
        for (var attempt = 1; ; attempt++)
        {
            var written = await Task.Run(() => BundleWriter.Write(options.Data, request, path), cancel);
            if (written.TryGet(out var summary, out var refusal))
                return new ExportedCase(path, "", summary);
            if (refusal.Reason != BundleReasons.NotYetSigned || attempt == Attempts)
                return refusal;
            await Task.Delay(Pause, time, cancel);
        }
    }

    private async Task<Refusal> RefuseAsync(StreamId stream, Refusal refusal, CancellationToken cancel)
    {
        await journal.WriteAsync(new AccessRead(reading.Who, stream.ToString(), "case.export", AccessLevel.None, Refused: true), cancel);
        return refusal;
    }
}
