using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.People;

namespace Qingshan.Directory.Demo;

/// <summary>The part of <c>data/demo/site.json</c> that says who is who; its README gives the shape.</summary>
internal sealed record DemoFile(
    IReadOnlyList<DemoAgency> Agencies, IReadOnlyList<DemoUnit> Units, IReadOnlyList<DemoPost> Posts, IReadOnlyList<DemoPerson> People)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new DateConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the file; throws when it is not of the shape, because it is delivered with the program.</summary>
    public static async Task<DemoFile> ReadAsync(string path, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<DemoFile>(stream, Options, cancel) ?? throw new InvalidDataException($"{path} is empty.");
    }

    private sealed class DateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}

internal sealed record DemoAgency(string Id, AgencyKind Kind, string NameZh, string NameEn, string Division, bool Demo, string Superior = "");

internal sealed record DemoUnit(string Id, string Agency, string NameZh, string NameEn);

internal sealed record DemoPost(string Id, PostKind Kind, string Agency, string TitleZh, string TitleEn, string Unit = "");

internal sealed record DemoPerson(string Id, string NameZh, string NameEn, IReadOnlyList<string> Posts, IReadOnlyList<DemoCertificate> Certificates, bool Demo);

internal sealed record DemoCertificate(CertificateKind Kind, string Number, LocalDate ValidFrom, LocalDate ValidTo);
