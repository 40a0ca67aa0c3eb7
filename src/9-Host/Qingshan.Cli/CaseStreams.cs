using Qingshan.Cases.Cases;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Cli;

/// <summary>The streams that belong to a case: the case, the signal it began with, tasks and samples, transfers and what supervises them.</summary>
internal static class CaseStreams
{
    /// <summary>Finds a case by its id, its stream or its number; null where there is none.</summary>
    public static StreamId? Find(RecordReading record, string wanted)
    {
        var key = wanted.StartsWith(Case.Kind + "/", StringComparison.Ordinal) ? wanted[(Case.Kind.Length + 1)..] : wanted;
        var numbered = record.Query<string>("SELECT id FROM case_list WHERE id = @key OR number = @key", new { key });
        return numbered is [var id] ? new StreamId(Case.Kind, id) : null;
    }

    public static IReadOnlyList<StreamId> Of(RecordReading record, StreamId file)
    {
        var opened = record.Read(file).Fold<Case>().Opened!;
        var tasks = new TaskQueries(record).List(opened.Signal.Key, int.MaxValue);
        var samples = tasks.SelectMany(task => new SampleQueries(record).List(task.Id, int.MaxValue));
        var transfers = new TransferQueries(record).List(file.Key, int.MaxValue);
        return
        [
            .. new[] { file, opened.Signal }
                .Concat(tasks.Select(task => new StreamId(FieldTask.Kind, task.Id)))
                .Concat(samples.Select(sample => new StreamId(Sample.Kind, sample.Id)))
                .Concat(transfers.SelectMany(transfer => new[] { new StreamId(Transfer.Kind, transfer.Id), new StreamId("supervision", transfer.Id) }))
                .Where(stream => record.Read(stream).Exists),
        ];
    }
}
