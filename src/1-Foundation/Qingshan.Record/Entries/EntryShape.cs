using System.Reflection;
using NodaTime;

namespace Qingshan.Record.Entries;

/// <summary>Checks at start that entry types have only members that the record can keep exactly.</summary>
internal static class EntryShape
{
    private static readonly HashSet<Type> Plain =
        [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(Instant), typeof(LocalDate), typeof(Quantity), typeof(StreamId)];

    /// <summary>Throws <see cref="InvalidOperationException"/> naming the first member whose type is not allowed.</summary>
    public static void Check(Type entryClass) => CheckMembers(entryClass, entryClass.Name, []);

    private static void CheckMembers(Type type, string path, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return;
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
            CheckType(member.PropertyType, $"{path}.{member.Name}", seen);
    }

    private static void CheckType(Type type, string path, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.Contains(type) || type.IsEnum)
            return;
        if (ItemType(type) is { } item)
            CheckType(item, path + "[]", seen);
        else if (IsRecord(type))
            CheckMembers(type, path, seen);
        else
            throw new InvalidOperationException($"Entry member {path} has type {type.Name}, which the record cannot keep; see EntryBody for the allowed types.");
    }

    private static Type? ItemType(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        return type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) || type.GetGenericTypeDefinition() == typeof(List<>))
            ? type.GetGenericArguments()[0]
            : null;
    }

    private static bool IsRecord(Type type) =>
        !type.IsAbstract && !type.IsPrimitive && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
}
