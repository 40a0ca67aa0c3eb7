using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Qingshan.Record.Canonical;

/// <summary>
/// How entry bodies become JSON: camelCase members in ordinal order, enums as snake_case text, exact types as text.
/// Computed members are not written; a missing or unknown member on reading is an error, so a changed shape needs a new schema version.
/// </summary>
internal static class RecordJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Canonical bytes of a body; throws <see cref="JsonException"/> for values the record does not take.</summary>
    public static byte[] Write(object value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);
        if (!bytes.AsSpan().Contains((byte)'\\'))
            return bytes;
        return CanonicalJson.TryRewrite(bytes, out var problem) ?? throw new JsonException(problem);
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StoredMembersInOrder } },
            Converters =
            {
                new PlainTextConverter(), new ExactIntegerConverter(), new InstantConverter(), new LocalDateConverter(),
                new QuantityConverter(), new StreamIdConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void StoredMembersInOrder(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var computed in type.Properties.Where(p => p.Set is null && p.AssociatedParameter is null).ToList())
            type.Properties.Remove(computed);
        var order = 0;
        foreach (var member in type.Properties.OrderBy(p => p.Name, StringComparer.Ordinal).ToList())
            member.Order = order++;
    }
}
