namespace Qingshan.Law.Tests.Thresholds;

/// <summary>Rows of art. 343 at the upper end of the national band, where they are met whatever the province says. Lines of provinces: <see cref="BandTests"/>.</summary>
internal static class MiningRowCases
{
    public static IReadOnlyList<RowCase> All { get; } =
    [
        Line("MI-C01", Unlicensed, "mined_value_yuan", 300000),
        Line("MI-C01", Unlicensed, "mining_damage_yuan", 300000),
        Line("MI-C02", Special, "mined_value_yuan", 150000),
        Line("MI-C02", Special, "mining_damage_yuan", 150000),
        Count("MI-C03", Unlicensed, "prior_penalties_2y", 2),
        Flag("MI-C04", Unlicensed, "serious_ecological_damage"),
        Line("MI-E01", Unlicensed, "mined_value_yuan", 1500000),
        Line("MI-E01", Unlicensed, "mining_damage_yuan", 1500000),
        Line("MI-E01", Special, "mined_value_yuan", 750000),
        Flag("MI-E02", Unlicensed, "especially_serious_ecological_damage"),
        Line("MI-RS", River, "mined_value_yuan", 300000),
        Line("MI-RS", River + InSpecialArea, "mined_value_yuan", 150000),
        Count("MI-RS", River, "prior_penalties_2y", 2),
        Flag("MI-RS", River, "flood_safety_affected"),
        Line("MI-SS", SeaSand, "mined_value_yuan", 300000),
        Flag("MI-SS", SeaSand, "coast_damaged"),
        Line("MI-D", Licensed, "mining_damage_yuan", 1000000),
        Line("MI-D", Licensed + InSpecialArea, "mining_damage_yuan", 500000),
        Line("MI03-C01", Refused, "mining_damage_yuan", 100000),
        Line("MI03-E01", Refused, "mining_damage_yuan", 500000),
    ];

    private const string Unlicensed = "\"without_permit\":true";
    private const string Licensed = "\"without_permit\":false";
    private const string InSpecialArea = ",\"special_mining_area\":true";
    private const string Special = Unlicensed + InSpecialArea;
    private const string River = Unlicensed + ",\"mineral\":\"river_sand\"";
    private const string SeaSand = Unlicensed + ",\"mineral\":\"sea_sand\"";
    private const string Refused = Unlicensed + ",\"stop_order_refused\":true";

    private static RowCase Line(string row, string and, string fact, int line) => new(row, Facts(and, fact, $"{line}"), Facts(and, fact, $"{line - 1}.99"), Facts(and, fact, $"{line}.01"));

    private static RowCase Count(string row, string and, string fact, int line) => new(row, Facts(and, fact, $"{line}"), Facts(and, fact, $"{line - 1}"), Facts(and, fact, $"{line + 1}"));

    private static RowCase Flag(string row, string and, string fact) => new(row, Facts(and, fact, "true"), Facts(and, fact, "false"), Facts(and, fact, "true"));

    private static string Facts(string and, string fact, string value) => "{" + and + $",\"{fact}\":{value}" + "}";
}
