using Qingshan.Directory.Access;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Tasking.Samples;

/// <summary>One row of the list of samples; it carries what access depends on and no name of a firm.</summary>
public sealed record SampleRow(
    string Id, string Number, string State, string Agency, string Laboratory, string Division, string Officers, string Task, string Factors, string TakenAt, long Version)
{
    public Subject Subject => new(new StreamId(Sample.Kind, Id), State == "tested" ? "tested" : "open", Agency, Division)
    {
        Team = Officers.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Receiving = [Laboratory],
    };
}

/// <summary>The list of samples: what a laboratory works from.</summary>
public sealed class SampleViews : IView
{
    public string Name => "sample_list";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["sample_list"];

    public string Schema => """
        CREATE TABLE {sample_list} (
            id TEXT PRIMARY KEY, number TEXT NOT NULL, state TEXT NOT NULL, agency TEXT NOT NULL, laboratory TEXT NOT NULL, division TEXT NOT NULL, officers TEXT NOT NULL,
            task TEXT NOT NULL, factors TEXT NOT NULL, taken_at TEXT NOT NULL, version INTEGER NOT NULL);
        CREATE INDEX {sample_list}_taken ON {sample_list} (taken_at DESC);
        CREATE INDEX {sample_list}_task ON {sample_list} (task);
        """;

    public void Project(Entry entry, IViewWriter writer)
    {
        if (entry.Stream.Kind != Sample.Kind)
            return;
        var id = entry.Stream.Key;
        switch (entry.Body)
        {
            case SampleTaken taken:
                writer.Execute(
                    "INSERT INTO {sample_list} (id, number, state, agency, laboratory, division, officers, task, factors, taken_at, version) "
                    + "VALUES (@id, @number, 'taken', @agency, @laboratory, @division, @officers, @task, @factors, @takenAt, 1)",
                    new
                    {
                        id,
                        number = taken.Number,
                        agency = taken.Agency,
                        laboratory = taken.Laboratory,
                        division = taken.Division,
                        officers = string.Join(' ', taken.Officers),
                        task = taken.Task.Key,
                        factors = string.Join(' ', taken.Factors),
                        takenAt = ViewTime.Text(taken.TakenAt),
                    });
                break;
            case SampleReceived:
                writer.Execute("UPDATE {sample_list} SET state = 'received' WHERE id = @id", new { id });
                break;
            case SampleResultRecorded:
                writer.Execute("UPDATE {sample_list} SET state = 'tested' WHERE id = @id", new { id });
                break;
            default:
                break;
        }

        writer.Execute("UPDATE {sample_list} SET version = @version WHERE id = @id", new { id, version = entry.Version });
    }
}

/// <summary>Queries over the list of samples. Whoever shows rows asks access for each.</summary>
public sealed class SampleQueries(IViewReader reader)
{
    /// <summary>The newest samples first; of one task where one is named. A cut leaves off what is finished first.</summary>
    public IReadOnlyList<SampleRow> List(string? task = null, int limit = 2000) =>
        reader.Query<SampleRow>(
            """
            SELECT * FROM (SELECT * FROM sample_list WHERE (@task IS NULL OR task = @task) ORDER BY state <> 'tested' DESC, taken_at DESC, id LIMIT @limit)
            ORDER BY taken_at DESC, id
            """,
            new { task, limit });
}
