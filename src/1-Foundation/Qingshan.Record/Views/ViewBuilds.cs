using Qingshan.Record.Entries;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Views;

/// <summary>
/// The builds of all views, on the appender's thread. A live build that is in step is written by every append, and its stored position is NULL;
/// another one is led on by <see cref="Advance"/> until <see cref="Finish"/> makes it live.
/// </summary>
internal sealed class ViewBuilds(IRecordStore store, EntryCatalogue catalogue)
{
    private const int PageSize = 256;
    private List<ViewBuild> inStep = [];

    private sealed record BuildRow(string View, long Generation, string Identity, string Tables, bool Live, long? Position);

    /// <summary>Takes over the stored builds; returns those that are behind. Call in a transaction, before the first append; when it fails, nothing may go on.</summary>
    public IReadOnlyList<ViewBuild> Open(IReadOnlyList<IView> views, long count)
    {
        store.Execute("UPDATE view_build SET position = @count WHERE position IS NULL", new { count });
        var behind = new List<ViewBuild>();
        foreach (var view in views)
        {
            var build = Resume(view) ?? Begin(view);
            if (PositionOf(build) == count)
            {
                Finish(build);
                Follow(build);
            }
            else
            {
                behind.Add(build);
            }
        }

        return behind;
    }

    /// <summary>Makes the empty tables of a new generation.</summary>
    public ViewBuild Begin(IView view)
    {
        var generation = store.Query<long>("SELECT coalesce(max(generation), 0) + 1 FROM view_build WHERE view = @view", new { view = view.Name })[0];
        var build = new ViewBuild(view, generation, store);
        store.Execute(
            "INSERT INTO view_build (view, generation, identity, tables, live, position) VALUES (@view, @generation, @identity, @tables, 0, 0)",
            new { view = view.Name, generation, identity = ViewBuild.Identity(view), tables = string.Join(' ', view.Tables) });
        build.CreateTables();
        return build;
    }

    /// <summary>Writes one entry to every build that is in step.</summary>
    public void Project(Entry entry)
    {
        foreach (var build in inStep)
            build.View.Project(entry, build);
    }

    /// <summary>Leads a build on by one page; returns its next position.</summary>
    public long Advance(ViewBuild build)
    {
        var position = PositionOf(build);
        var page = store.Entries(position, PageSize);
        foreach (var stored in page)
            build.View.Project(EntryReading.Read(stored, catalogue), build);
        store.Execute(
            "UPDATE view_build SET position = @next WHERE view = @view AND generation = @generation",
            new { next = position + page.Count, view = build.View.Name, generation = build.Generation });
        return position + page.Count;
    }

    /// <summary>Makes a build that has seen all entries the live one and drops the others of its view. Once that is committed, <see cref="Follow"/> must be called.</summary>
    public void Finish(ViewBuild build)
    {
        build.Show();
        var key = new { view = build.View.Name, generation = build.Generation };
        foreach (var old in Rows(build.View).Where(r => r.Generation != build.Generation))
            Drop(old);
        store.Execute("UPDATE view_build SET live = 1, position = NULL WHERE view = @view AND generation = @generation", key);
    }

    /// <summary>Writes every append to this build from now on, in place of the one before. Not before the commit: had that failed, the one before would still be live.</summary>
    public void Follow(ViewBuild build) => inStep = [.. inStep.Where(b => b.View.Name != build.View.Name), build];

    private ViewBuild? Resume(IView view)
    {
        var identity = ViewBuild.Identity(view);
        var rows = Rows(view);
        foreach (var abandoned in rows.Where(r => !r.Live && r.Identity != identity))
            Drop(abandoned);
        return rows.Where(r => r.Identity == identity).MaxBy(r => r.Live) is { } row ? new(view, row.Generation, store) : null;
    }

    private void Drop(BuildRow row)
    {
        foreach (var table in row.Tables.Split(' '))
            store.Script($"DROP TABLE IF EXISTS {ViewBuild.PhysicalName(table, row.Generation)};");
        store.Execute("DELETE FROM view_build WHERE view = @view AND generation = @generation", new { row.View, row.Generation });
    }

    private long PositionOf(ViewBuild build) => store.Query<long>(
        "SELECT position FROM view_build WHERE view = @view AND generation = @generation", new { view = build.View.Name, generation = build.Generation })[0];

    private IReadOnlyList<BuildRow> Rows(IView view) =>
        store.Query<BuildRow>("SELECT view, generation, identity, tables, live, position FROM view_build WHERE view = @view", new { view = view.Name });
}
