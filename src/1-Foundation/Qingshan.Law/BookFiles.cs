using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Law.Thresholds;

namespace Qingshan.Law;

/// <summary>The data files of the statute book, embedded in this assembly. A fault in them is a bug of the build, so it throws.</summary>
internal static class BookFiles
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
        Converters = { new LocalDateConverter(), new ConditionConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static T Read<T>(string name) =>
        JsonSerializer.Deserialize<T>(Bytes("book/" + name), Options) ?? throw new InvalidOperationException($"book/{name} is empty");

    public static T Parse<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidOperationException("the row is empty");

    public static IReadOnlyList<T> ReadFolder<T>(string folder) =>
        [.. Names().Where(name => name.StartsWith($"book/{folder}/", StringComparison.Ordinal)).Select(name => Read<T>(name["book/".Length..]))];

    /// <summary>First twelve hex digits of the SHA-256 over all files in order of name: two books with the same digits are the same book.</summary>
    public static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names())
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(Bytes(name));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static IEnumerable<string> Names() =>
        typeof(BookFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("book/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(BookFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed class LocalDateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString() ?? "").Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
