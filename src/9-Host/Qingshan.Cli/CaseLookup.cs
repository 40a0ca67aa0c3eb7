using Qingshan.Cases.Cases;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Web.CaseFiles;

namespace Qingshan.Cli;

/// <summary>Finds a case and what belongs to it, beside the process that writes the record.</summary>
internal static class CaseLookup
{
    /// <summary>A case by its id, its stream or its number; null where there is none, or more than one of that number.</summary>
    public static StreamId? Find(RecordReading record, string wanted)
    {
        var key = wanted.StartsWith(Case.Kind + "/", StringComparison.Ordinal) ? wanted[(Case.Kind.Length + 1)..] : wanted;
        return record.Query<string>("SELECT id FROM case_list WHERE id = @key OR number = @key", new { key }) is [var id] ? new StreamId(Case.Kind, id) : null;
    }

    /// <summary>The streams of the file. Whoever holds the data folder may read all of it, so all work on the signal comes along.</summary>
    public static IReadOnlyList<StreamId> Streams(RecordReading record, StreamId file)
    {
        var history = record.Read(file);
        var tasks = new TaskQueries(record).List(history.Fold<Case>().Opened!.Signal.Key, int.MaxValue);
        var work = tasks.SelectMany(task => new SampleQueries(record).List(task.Id, int.MaxValue).Select(sample => new StreamId(Sample.Kind, sample.Id)).Prepend(new StreamId(FieldTask.Kind, task.Id)));
        return [.. CaseStreams.Of(history, work).Where(stream => record.Read(stream).Exists)];
    }
}
