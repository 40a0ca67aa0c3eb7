using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Qingshan.Record.Storage;

/// <summary>Binds the members of an anonymous object, or of a dictionary, to the named parameters of a statement.</summary>
internal static class SqliteParameters
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Func<object, object?>>> Members = new();

    private sealed record Plan(Type Type, Func<object, object?>[] Getters);

    public static void Bind(SqliteStatement statement, object? parameters)
    {
        if (statement.Parameters.Length == 0)
            return;
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters is IReadOnlyDictionary<string, object?> named)
        {
            for (var i = 0; i < statement.Parameters.Length; i++)
                BindOne(statement, i + 1, named[statement.Parameters[i][1..]]);
            return;
        }

        if (statement.BindingPlan is not Plan plan || plan.Type != parameters.GetType())
            statement.BindingPlan = plan = MakePlan(statement, parameters.GetType());
        for (var i = 0; i < plan.Getters.Length; i++)
            BindOne(statement, i + 1, plan.Getters[i](parameters));
    }

    private static void BindOne(SqliteStatement statement, int index, object? value)
    {
        switch (ViewValues.ToStored(value))
        {
            case null: statement.BindNull(index); break;
            case long n: statement.Bind(index, n); break;
            case double d: statement.Bind(index, d); break;
            case string s: statement.Bind(index, s); break;
            case byte[] b: statement.Bind(index, b); break;
        }
    }

    private static Plan MakePlan(SqliteStatement statement, Type type)
    {
        var getters = Members.GetOrAdd(type, Compile);
        return new(type, [.. statement.Parameters.Select(name =>
            getters.GetValueOrDefault(name[1..]) ?? throw new ArgumentException($"No member for {name} in: {statement.Sql}"))]);
    }

    private static Dictionary<string, Func<object, object?>> Compile(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)
            .ToDictionary(p => p.Name, Getter, StringComparer.OrdinalIgnoreCase);

    private static Func<object, object?> Getter(PropertyInfo property)
    {
        var target = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(target, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), target).Compile();
    }
}
