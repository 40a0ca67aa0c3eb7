using Qingshan.Directory.Agencies;

namespace Qingshan.Directory.Tests;

/// <summary>A directory of a few agencies: a city and one of its districts.</summary>
internal sealed class FixedDirectory : IDirectory
{
    public const string City = "330900";
    public const string District = "330902";

    public IReadOnlyList<Agency> Agencies { get; } =
    [
        new("env-city", AgencyKind.Environment, "市生态环境局", "City Environment Bureau", City, null),
        new("env-district", AgencyKind.Environment, "区生态环境分局", "District Environment Branch", District, "env-city"),
        new("police-city", AgencyKind.Police, "市公安局", "City Police", City, null),
        new("police-district", AgencyKind.Police, "区公安分局", "District Police", District, "police-city"),
        new("proc-city", AgencyKind.Procuratorate, "市检察院", "City Procuratorate", City, null),
        new("proc-district", AgencyKind.Procuratorate, "区检察院", "District Procuratorate", District, "proc-city"),
        new("water-city", AgencyKind.Water, "市水利局", "City Water Bureau", City, null),
        new("market-city", AgencyKind.Market, "市场监管局", "City Market Bureau", City, null),
    ];

    public IReadOnlyList<Post> Posts => [];

    public IReadOnlyList<PersonCard> People => [];

    public Agency? FindAgency(string id) => Agencies.FirstOrDefault(agency => agency.Id == id);

    public Post? FindPost(string id) => null;

    public PersonCard? FindPerson(string id) => null;

    public Agency? FindSameLevel(string division, AgencyKind kind) => Agencies.FirstOrDefault(agency => agency.Division == division && agency.Kind == kind);
}
