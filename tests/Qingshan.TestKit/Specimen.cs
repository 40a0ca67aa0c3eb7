using System.Reflection;
using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.TestKit;

/// <summary>Makes one valid value of a command or entry type, the same each time: for tests that must hold for every type there is.</summary>
public static class Specimen
{
    public static object Of(Type type) => Of(type, type.Name);

    private static object Of(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain(type, name) is { } plain)
            return plain;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0)!;
        return ItemOf(type) is { } item ? List(item, name) : Record(type);
    }

    private static object? Plain(Type type, string name) => type switch
    {
        _ when type == typeof(string) => name.EndsWith("sha256", StringComparison.OrdinalIgnoreCase) ? new string('a', 64) : $"示范 {name}",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 7L,
        _ when type == typeof(Instant) => Instant.FromUtc(2026, 3, 2, 1, 0),
        _ when type == typeof(LocalDate) => new LocalDate(2026, 3, 2),
        _ when type == typeof(Quantity) => new Quantity(2.90m, "mg/L"),
        _ when type == typeof(StreamId) => new StreamId("case", "specimen"),
        _ => null,
    };

    private static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[0] : null;

    private static Array List(Type item, string name)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Of(item, name), 0);
        return list;
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, parameter.Name!))]);
    }
}
