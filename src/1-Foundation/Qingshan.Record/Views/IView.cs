using Qingshan.Record.Entries;

namespace Qingshan.Record.Views;

/// <summary>
/// Tables that follow from the entries. Written in the transaction of the append; can be dropped and rebuilt at any time.
/// A projection has no side effects and reads no clock, no file and no other view. A row belongs to one stream.
/// </summary>
/// <remarks>
/// SQL names a table in braces: <c>{case_list}</c>. The record gives each build of a view its own physical tables, so that a changed view
/// is filled beside the live one and swapped in; queries use the plain name (<c>case_list</c>), which is an SQL view over the live build.
/// </remarks>
public interface IView
{
    /// <summary>Stable name, also the prefix of its tables.</summary>
    string Name { get; }

    /// <summary>Raised when tables or projection change; the record then rebuilds beside the live build.</summary>
    int Version { get; }

    /// <summary>The plain names of its tables.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>DDL with braced table names: <c>CREATE TABLE {case_list} (…); CREATE INDEX {case_list}_due ON {case_list} (due_at);</c> Index names start with the braced name.</summary>
    string Schema { get; }

    /// <summary>Brings the tables up to date with one entry.</summary>
    void Project(Entry entry, IViewWriter writer);
}

/// <summary>Writes to the tables of the view being projected.</summary>
public interface IViewWriter
{
    /// <summary>Runs one statement with braced table names and named parameters (<c>@id</c>) from an anonymous object; returns the rows touched.</summary>
    int Execute(string sql, object? parameters = null);

    /// <summary>Reads back from the view's own tables, where a projection needs its own earlier row.</summary>
    IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null);
}

/// <summary>Queries over the live views. Every method opens its own read transaction.</summary>
public interface IViewReader
{
    IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null);
}
