using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qingshan.Directory.Commands;

/// <summary>How command records look as JSON: the API's request bodies and the fingerprint of a retry.</summary>
public static class CommandJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
