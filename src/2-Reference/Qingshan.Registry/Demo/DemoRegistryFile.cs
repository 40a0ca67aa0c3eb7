using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Entries;
using Qingshan.Registry.Enterprises;

namespace Qingshan.Registry.Demo;

/// <summary>The part of <c>data/demo/site.json</c> that says what is watched; its README gives the shape.</summary>
internal sealed record DemoRegistryFile(IReadOnlyList<DemoEnterprise> Enterprises, IReadOnlyList<DemoZone> Zones)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new DateConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the file; throws when it is not of the shape, because it is delivered with the program.</summary>
    public static async Task<DemoRegistryFile> ReadAsync(string path, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<DemoRegistryFile>(stream, Options, cancel) ?? throw new InvalidDataException($"{path} is empty.");
    }

    /// <summary>A position of the file: longitude and latitude in degrees.</summary>
    public static Position Position(IReadOnlyList<decimal> degrees, string datum) => new(new Quantity(degrees[0], "deg"), new Quantity(degrees[1], "deg"), datum);

    private sealed class DateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}

internal sealed record DemoEnterprise(
    string Id, string NameZh, string NameEn, string Uscc, string Division, string Industry, string IndustryZh, string IndustryEn, string AddressZh, string AddressEn,
    string Datum, IReadOnlyList<decimal> Location, PermitManagement Management, bool KeyDischarger, DemoPermit Permit, IReadOnlyList<DemoOutlet> Outlets,
    IReadOnlyList<DemoStation> Stations, IReadOnlyList<DemoInspection> Inspections, IReadOnlyList<DemoPenalty> Penalties, bool Demo);

internal sealed record DemoPermit(PermitKind Kind, string Number, string IssuedBy, LocalDate ValidFrom, LocalDate ValidTo);

internal sealed record DemoOutlet(string Code, string Medium, string NameZh, string NameEn, IReadOnlyList<decimal> Location, IReadOnlyList<DemoFactor> Factors);

internal sealed record DemoFactor(string Code, string Unit, string BasisZh, string BasisEn, string? LimitMin = null, string? LimitMax = null);

internal sealed record DemoStation(
    string Outlet, string NameZh, string NameEn, string Protocol, string Mn, string Password, string St, IReadOnlyList<string> Addresses, bool Reviewed,
    IReadOnlyList<decimal> Location, int IntervalSeconds, IReadOnlyList<string> Factors);

internal sealed record DemoInspection(
    string Id, LocalDate Date, string Agency, IReadOnlyList<string> Inspectors, string Kind, bool ViolationFound, string ResultZh, string ResultEn);

internal sealed record DemoPenalty(
    string Number, LocalDate DecidedOn, string Agency, string ConductKind, string ConductZh, string ConductEn, string Source, string Article, decimal FineYuan, LocalDate PaidOn);

internal sealed record DemoZone(
    string Id, string Kind, string NameZh, string NameEn, string Division, IReadOnlyList<string> Place, string Datum, IReadOnlyList<IReadOnlyList<decimal>> Polygon, bool Demo);
