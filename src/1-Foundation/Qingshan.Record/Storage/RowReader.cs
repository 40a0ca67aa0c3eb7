using System.Reflection;
using System.Runtime.CompilerServices;

namespace Qingshan.Record.Storage;

/// <summary>
/// Makes rows: a single value, a tuple by place, or a record or class by name (<c>due_at</c> fills <c>DueAt</c>; constructor parameters first,
/// then settable members). Every constructor parameter without a default needs its column.
/// </summary>
internal static class RowReader<TRow>
{
    private static readonly bool IsSingle = ViewValues.IsPlain(typeof(TRow));

    private static readonly ConstructorInfo? Constructor = typeof(TRow).GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        .Where(c => c.GetParameters() is not [var only] || only.ParameterType != typeof(TRow))
        .MaxBy(c => c.GetParameters().Length);

    private static bool IsTuple => typeof(TRow).IsAssignableTo(typeof(ITuple)) && typeof(TRow).IsValueType;

    public static List<TRow> ReadAll(SqliteStatement statement)
    {
        var rows = new List<TRow>();
        try
        {
            Func<SqliteStatement, TRow>? read = null;
            while (statement.Step())
                rows.Add((read ??= Plan(statement))(statement));
        }
        finally
        {
            statement.Reset();
        }

        return rows;
    }

    private static Func<SqliteStatement, TRow> Plan(SqliteStatement statement)
    {
        if (IsSingle)
            return s => (TRow)Convert(s, 0, typeof(TRow))!;
        var columns = Enumerable.Range(0, statement.ColumnCount).ToDictionary(i => Plain(statement.ColumnName(i)), i => i, StringComparer.OrdinalIgnoreCase);
        var constructor = Constructor ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no constructor.");
        var parameters = constructor.GetParameters();
        var places = parameters.Select((p, i) => IsTuple ? i : Place(p, columns, statement)).ToArray();
        var members = typeof(TRow).GetProperties().Where(p => p.CanWrite && columns.ContainsKey(p.Name)
            && !parameters.Any(c => c.Name!.Equals(p.Name, StringComparison.OrdinalIgnoreCase))).Select(p => (Member: p, Column: columns[p.Name])).ToArray();
        return s =>
        {
            var values = new object?[places.Length];
            for (var i = 0; i < places.Length; i++)
                values[i] = places[i] < 0 ? parameters[i].DefaultValue : Convert(s, places[i], parameters[i].ParameterType);
            var row = constructor.Invoke(values);
            foreach (var (member, column) in members)
                member.SetValue(row, Convert(s, column, member.PropertyType));
            return (TRow)row;
        };
    }

    private static int Place(ParameterInfo parameter, Dictionary<string, int> columns, SqliteStatement statement)
    {
        if (columns.TryGetValue(parameter.Name!, out var column))
            return column;
        return parameter.HasDefaultValue ? -1 : throw new InvalidOperationException($"No column for {typeof(TRow).Name}.{parameter.Name} in: {statement.Sql}");
    }

    private static object? Convert(SqliteStatement statement, int column, Type type)
    {
        try
        {
            return ViewValues.FromStored(statement.Value(column), type);
        }
        catch (InvalidCastException problem)
        {
            throw new InvalidOperationException($"Column {statement.ColumnName(column)}: {problem.Message}, in: {statement.Sql}", problem);
        }
    }

    private static string Plain(string column) => column.Replace("_", "", StringComparison.Ordinal);
}
