using Qingshan.Directory.Access;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Tasking.Tasks;

/// <summary>One row of the list of tasks; it carries what access depends on.</summary>
public sealed record TaskRow(
    string Id, string State, string FromAgency, string ToAgency, string Division, string Officers, string Signal, string Enterprise, string What, string SentAt, string? DueAt, long Version)
{
    public Subject Subject => new(new StreamId(FieldTask.Kind, Id), State == nameof(TaskState.Done) ? "done" : "open", ToAgency, Division)
    {
        Team = Officers.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Joint = [FromAgency],
    };
}

/// <summary>The list of tasks.</summary>
public sealed class TaskViews : IView
{
    public string Name => "task_list";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["task_list"];

    public string Schema => """
        CREATE TABLE {task_list} (
            id TEXT PRIMARY KEY, state TEXT NOT NULL, from_agency TEXT NOT NULL, to_agency TEXT NOT NULL, division TEXT NOT NULL, officers TEXT NOT NULL,
            signal TEXT NOT NULL, enterprise TEXT NOT NULL, what TEXT NOT NULL, sent_at TEXT NOT NULL, due_at TEXT, version INTEGER NOT NULL);
        CREATE INDEX {task_list}_sent ON {task_list} (sent_at DESC);
        CREATE INDEX {task_list}_signal ON {task_list} (signal);
        """;

    public void Project(Entry entry, IViewWriter writer)
    {
        if (entry.Stream.Kind != FieldTask.Kind)
            return;
        var id = entry.Stream.Key;
        switch (entry.Body)
        {
            case TaskSent sent:
                writer.Execute(
                    "INSERT INTO {task_list} (id, state, from_agency, to_agency, division, officers, signal, enterprise, what, sent_at, due_at, version) "
                    + "VALUES (@id, 'Sent', @from, @to, @division, '', @signal, @enterprise, @what, @sentAt, @dueAt, 1)",
                    new
                    {
                        id,
                        from = sent.From,
                        to = sent.To,
                        division = sent.Division,
                        signal = sent.Signal.Key,
                        enterprise = sent.Enterprise,
                        what = sent.What,
                        sentAt = ViewTime.Text(entry.OccurredAt),
                        dueAt = sent.DueAt is { } due ? ViewTime.Text(due) : null,
                    });
                break;
            case TaskAccepted accepted:
                writer.Execute("UPDATE {task_list} SET state = 'Accepted', officers = officers || ' ' || @officer WHERE id = @id", new { id, officer = accepted.Officer });
                break;
            case TaskFinished:
                writer.Execute("UPDATE {task_list} SET state = 'Done' WHERE id = @id", new { id });
                break;
            default:
                break;
        }

        writer.Execute("UPDATE {task_list} SET version = @version WHERE id = @id", new { id, version = entry.Version });
    }
}

/// <summary>Queries over the list of tasks. Whoever shows rows asks access for each.</summary>
public sealed class TaskQueries(IViewReader reader)
{
    /// <summary>The newest tasks first; of one signal where one is named. A cut leaves off what is finished first.</summary>
    public IReadOnlyList<TaskRow> List(string? signal = null, int limit = 2000) =>
        reader.Query<TaskRow>(
            """
            SELECT * FROM (SELECT * FROM task_list WHERE (@signal IS NULL OR signal = @signal) ORDER BY state <> 'Done' DESC, sent_at DESC, id LIMIT @limit)
            ORDER BY sent_at DESC, id
            """,
            new { signal, limit });
}
