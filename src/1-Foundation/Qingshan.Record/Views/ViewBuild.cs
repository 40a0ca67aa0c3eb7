using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Views;

/// <summary>One build of a view: its own physical tables, <c>case_list__3</c> for <c>{case_list}</c> in the third generation.</summary>
internal sealed partial class ViewBuild(IView view, long generation, IRecordStore store) : IViewWriter
{
    private static readonly string[] Reserved = ["entry", "decision", "head", "kept_hash", "checkpoint", "outbox", "view_build"];

    private readonly ConcurrentDictionary<string, string> physical = new(StringComparer.Ordinal);

    public IView View { get; } = view;

    public long Generation { get; } = generation;

    /// <summary>Changes when the version or the tables of a view change; a build of another identity is stale.</summary>
    public static string Identity(IView view) =>
        $"{view.Version}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(view.Schema)))}";

    public static string PhysicalName(string table, long generation) => FormattableString.Invariant($"{table}__{generation}");

    /// <summary>Throws when a view's names could not be used.</summary>
    public static void Check(IReadOnlyList<IView> views)
    {
        foreach (var name in views.SelectMany(v => v.Tables.Prepend(v.Name)).Where(n => !PlainName().IsMatch(n)))
            throw new InvalidOperationException($"View and table names are lower-case words: {name}.");
        if (views.SelectMany(v => v.Tables).FirstOrDefault(Reserved.Contains) is { } own)
            throw new InvalidOperationException($"{own} is a table of the record itself.");
        if (views.GroupBy(v => v.Name).FirstOrDefault(g => g.Count() > 1) is { } view)
            throw new InvalidOperationException($"View {view.Key} is there twice.");
        if (views.SelectMany(v => v.Tables).GroupBy(t => t).FirstOrDefault(g => g.Count() > 1) is { } table)
            throw new InvalidOperationException($"Table {table.Key} is there twice.");
    }

    public int Execute(string sql, object? parameters = null) => store.Execute(Physical(sql), parameters);

    public IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null) => store.Query<TRow>(Physical(sql), parameters);

    public void CreateTables() => store.Script(Physical(View.Schema));

    /// <summary>Makes the plain names show this build.</summary>
    public void Show()
    {
        foreach (var table in View.Tables)
            store.Script($"DROP VIEW IF EXISTS {table}; CREATE VIEW {table} AS SELECT * FROM {PhysicalName(table, Generation)};");
    }

    private string Physical(string sql) => physical.GetOrAdd(sql, s => TableName().Replace(s, Physical));

    private string Physical(Match braced)
    {
        var name = braced.Groups[1].Value;
        return View.Tables.Contains(name) ? PhysicalName(name, Generation) : throw new InvalidOperationException($"{{{name}}} is not a table of view {View.Name}.");
    }

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}")]
    internal static partial Regex TableName();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex PlainName();
}
