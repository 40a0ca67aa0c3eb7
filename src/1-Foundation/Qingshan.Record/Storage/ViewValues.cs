using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Record.Storage;

/// <summary>
/// How values stand in view tables: instants as <see cref="ViewTime"/> text, dates, stream ids and quantities as their text, enums as snake_case
/// text, booleans as 0 and 1, lists as a JSON array (for <c>IN (SELECT value FROM json_each(@ids))</c>).
/// </summary>
internal static class ViewValues
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(byte[]), typeof(Instant), typeof(LocalDate), typeof(StreamId), typeof(Quantity),
    ];

    /// <summary>True for a type that fills one column.</summary>
    public static bool IsPlain(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return Plain.Contains(type) || type.IsEnum;
    }

    /// <summary>The stored form: null, long, double, string or byte[].</summary>
    public static object? ToStored(object? value) => value switch
    {
        null or string or long or double or byte[] => value,
        bool b => b ? 1L : 0L,
        int i => (long)i,
        Instant instant => ViewTime.Text(instant),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        Enum e => JsonNamingPolicy.SnakeCaseLower.ConvertName(e.ToString()),
        StreamId or Quantity => value.ToString(),
        System.Collections.IEnumerable items => JsonSerializer.Serialize(items.Cast<object?>().Select(ToStored)),
        _ => throw new NotSupportedException($"A view cannot hold a {value.GetType().Name}."),
    };

    /// <summary>The stored value as the asked type; throws when it does not fit.</summary>
    public static object? FromStored(object? stored, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (stored is null)
            return plain == type && type.IsValueType ? throw new InvalidCastException($"NULL where {type.Name} is asked for") : null;
        if (plain.IsInstanceOfType(stored))
            return stored;
        return stored switch
        {
            long n when plain == typeof(int) => checked((int)n),
            long n when plain == typeof(bool) => n != 0,
            long n when plain == typeof(double) => (double)n,
            string s when plain == typeof(Instant) => ViewTime.Parse(s),
            string s when plain == typeof(LocalDate) => LocalDatePattern.Iso.Parse(s).Value,
            string s when plain == typeof(StreamId) => StreamId.TryParse(s) ?? throw new InvalidCastException(s),
            string s when plain == typeof(Quantity) => Quantity.TryParse(s) ?? throw new InvalidCastException(s),
            string s when plain.IsEnum => Enum.Parse(plain, s.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            _ => throw new InvalidCastException(string.Create(CultureInfo.InvariantCulture, $"{stored.GetType().Name} where {type.Name} is asked for")),
        };
    }
}
