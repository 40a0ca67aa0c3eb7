using Qingshan.Record.Storage;

namespace Qingshan.Record.Views;

/// <summary>Fills braced names in queries with the tables of the live builds.</summary>
internal static class LiveTables
{
    private sealed record LiveRow(long Generation, string Tables);

    public static string Fill(IRecordStore store, string sql)
    {
        if (!sql.Contains('{', StringComparison.Ordinal))
            return sql;
        var live = store.Query<LiveRow>("SELECT generation, tables FROM view_build WHERE live = 1")
            .SelectMany(row => row.Tables.Split(' ').Select(table => (Table: table, Physical: ViewBuild.PhysicalName(table, row.Generation))))
            .ToDictionary(t => t.Table, t => t.Physical, StringComparer.Ordinal);
        return ViewBuild.TableName().Replace(sql, m =>
            live.GetValueOrDefault(m.Groups[1].Value) ?? throw new InvalidOperationException($"{m.Value} is not a live table."));
    }
}
