using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Web.Formats;

namespace Qingshan.Web.Commands;

/// <summary>
/// Turns the fields of a form into the JSON of a command record, so that a form and the API meet the same command.
/// A field carries the member's JSON name; <c>items[0].name</c> reaches into lists and records. Typed times, blank numbers and tick boxes
/// become what the member's type wants; fields whose name starts with <c>_</c> belong to the form itself.
/// </summary>
internal static class FormJson
{
    public static Outcome<JsonObject> Read(IEnumerable<KeyValuePair<string, StringValues>> fields, Type command, JsonSerializerOptions options)
    {
        // Options learn their types on first use, and a form may be the first.
        options.MakeReadOnly(populateMissingResolver: true);
        var root = new JsonObject();
        foreach (var (name, values) in fields)
        {
            if (name.StartsWith('_'))
                continue;
            if (Put(root, name, values, options.GetTypeInfo(command), options) is { } refusal)
                return refusal;
        }

        return root;
    }

    private static Refusal? Put(JsonObject target, string path, StringValues values, JsonTypeInfo type, JsonSerializerOptions options)
    {
        var (name, index, rest) = Split(path);
        if (type.Properties.FirstOrDefault(p => p.Name == name) is not { } property)
            return WebReasons.Malformed.RefuseField(path, ("problem", path));
        if (index is null && rest.Length == 0)
        {
            if (!Leaf(path, values, property.PropertyType, options).TryGet(out var leaf, out var refusal))
                return refusal;
            target[name] = leaf.Node;
            return null;
        }

        var elementType = index is null ? property.PropertyType : ElementOf(property.PropertyType, options);
        if (elementType is null || index is < 0 or > 500)
            return WebReasons.Malformed.RefuseField(path, ("problem", path));
        if (index is null)
            return Put(Child(target, name), rest, values, options.GetTypeInfo(elementType), options);
        var list = target[name] as JsonArray;
        if (list is null)
            target[name] = list = [];
        if (index > list.Count)
            return WebReasons.Malformed.RefuseField(path, ("problem", path));
        if (index == list.Count)
            list.Add(rest.Length == 0 ? null : new JsonObject());
        if (rest.Length > 0)
            return Put(list[index.Value]!.AsObject(), rest, values, options.GetTypeInfo(elementType), options);
        if (!Leaf(path, values, elementType, options).TryGet(out var item, out var invalid))
            return invalid;
        list[index.Value] = item.Node;
        return null;
    }

    private static JsonObject Child(JsonObject target, string name)
    {
        if (target[name] is JsonObject child)
            return child;
        child = [];
        target[name] = child;
        return child;
    }

    // items[3].name → items, 3, name
    private static (string Name, int? Index, string Below) Split(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (head, rest) = dot < 0 ? (path, "") : (path[..dot], path[(dot + 1)..]);
        var open = head.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
            return (head, null, rest);
        var index = int.TryParse(head.AsSpan(open + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        return (head[..open], index, rest);
    }

    private static Outcome<Leaf> Leaf(string path, StringValues values, Type type, JsonSerializerOptions options)
    {
        if (type != typeof(string) && ElementOf(type, options) is { } element)
        {
            var list = new JsonArray();
            foreach (var value in values.Where(v => !string.IsNullOrWhiteSpace(v)))
            {
                if (!Scalar(path, value!, element).TryGet(out var item, out var refusal))
                    return refusal;
                list.Add(item.Node);
            }

            return new Leaf(list);
        }

        // A number and its unit are two controls of one name.
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(Quantity))
            return Scalar(path, string.IsNullOrWhiteSpace(values.FirstOrDefault()) ? "" : string.Join(' ', values.Select(value => value?.Trim())), type);
        // A tick box sends a hidden "false" first and "true" when ticked: the last value counts.
        return Scalar(path, values.Count == 0 ? "" : values[^1] ?? "", type);
    }

    private static Outcome<Leaf> Scalar(string path, string text, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return new Leaf(JsonValue.Create(text));
        text = text.Trim();
        if (type == typeof(bool))
            return new Leaf(JsonValue.Create(text is "true" or "on" or "1"));
        if (text.Length == 0)
            return new Leaf(null);
        if (type == typeof(int) || type == typeof(long) || type == typeof(decimal))
            return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? new Leaf(type == typeof(decimal) ? JsonValue.Create(number) : Whole(number))
                : Invalid(path, text, "数字", "number");
        if (type == typeof(Instant) || type == typeof(LocalDateTime))
            return TypedTime.Parse(text) is not { } time ? Invalid(path, text, "时间", "time")
                : new Leaf(JsonValue.Create(type == typeof(Instant) ? InstantPattern.ExtendedIso.Format(SiteTime.ToInstant(time)) : LocalDateTimePattern.ExtendedIso.Format(time)));
        if (type == typeof(LocalDate))
            return TypedTime.ParseDate(text) is { } date ? new Leaf(JsonValue.Create(LocalDatePattern.Iso.Format(date))) : Invalid(path, text, "日期", "date");
        return new Leaf(JsonValue.Create(text));
    }

    private static JsonValue Whole(decimal number) =>
        number == decimal.Truncate(number) && number is > long.MinValue and < long.MaxValue ? JsonValue.Create((long)number) : JsonValue.Create(number);

    private static Refusal Invalid(string path, string value, string zh, string en) =>
        WebReasons.FieldInvalid.RefuseField(path, ("value", value), ("expected_zh", zh), ("expected_en", en));

    private static Type? ElementOf(Type type, JsonSerializerOptions options) =>
        type != typeof(string) && options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Enumerable } info ? info.ElementType : null;
}

/// <summary>A JSON value that may be null, which an outcome cannot tell from "none".</summary>
internal readonly record struct Leaf(JsonNode? Node);
