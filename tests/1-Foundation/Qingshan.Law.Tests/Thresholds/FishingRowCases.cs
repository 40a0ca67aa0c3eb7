namespace Qingshan.Law.Tests.Thresholds;

/// <summary>Rows of art. 340 at their lines, short of them and beyond.</summary>
internal static class FishingRowCases
{
    public static IReadOnlyList<RowCase> All { get; } =
    [
        .. Catch("FI-C01", "inland", "", 500, 10000),
        .. Catch("FI-C02", "inland", Seedlings, 50, 1000),
        .. Catch("FI-C02", "inland", Reserve, 50, 1000),
        Gear("FI-C03", "inland", "closed_area", "destructive_gear_or_method"),
        Gear("FI-C04", "inland", "closed_season", "destructive_gear_or_method"),
        .. Catch("FI08-C01", "inland", "", 500, 5000),
        .. Catch("FI08-C02", "inland", Seedlings, 50, 500),
        .. Catch("FI08-C02", "inland", Reserve, 50, 500),
        Gear("FI08-C03", "inland", "closed_area", "banned_gear_or_method"),
        Gear("FI08-C04", "inland", "closed_season", "banned_gear_or_method"),
        .. Catch("FS-C01", "sea", "", 10000, 100000),
        .. Catch("FS-C02", "sea", Seedlings, 2000, 20000),
        .. Catch("FS-C03", "sea", Reserve, 2000, 20000),
        Gear("FS-C04", "sea", "closed_area", "banned_gear_or_method"),
        Gear("FS-C05", "sea", "closed_season", "banned_gear_or_method"),
        HighSeas("FS-C06"),
        .. Catch("FS08-C01", "sea", "", 2000, 20000),
        .. Catch("FS08-C02", "sea", Seedlings, 200, 2000),
        .. Catch("FS08-C02", "sea", Reserve, 200, 2000),
        Gear("FS08-C03", "sea", "closed_area", "banned_gear_or_method"),
        Gear("FS08-C04", "sea", "closed_season", "banned_gear_or_method"),
        HighSeas("FS08-C05"),
    ];

    private const string Seedlings = ""","seedlings_or_spawners":true""";
    private const string Reserve = ""","place":["germplasm_reserve"]""";

    private static IEnumerable<RowCase> Catch(string row, string waters, string and, int kilograms, int yuan) =>
    [
        Line(row, waters, and, "catch_kg", kilograms),
        Line(row, waters, and, "catch_value_yuan", yuan),
    ];

    private static RowCase Line(string row, string waters, string and, string fact, int line) => new(
        row, Facts(waters, $"{and},\"{fact}\":{line}"), Facts(waters, $"{and},\"{fact}\":{line - 1}.99"), Facts(waters, $"{and},\"{fact}\":{line}.01"));

    private static RowCase Gear(string row, string waters, string closed, string gear) => new(
        row,
        Facts(waters, $",\"{closed}\":true,\"{gear}\":true"),
        Facts(waters, $",\"{closed}\":true,\"{gear}\":false"),
        Facts(waters, $",\"{closed}\":true,\"destructive_gear_or_method\":true"));

    private static RowCase HighSeas(string row) => new(
        row,
        Facts("high_seas", ",\"banned_gear_or_method\":true,\"severe_consequences\":true"),
        Facts("sea", ",\"banned_gear_or_method\":true,\"severe_consequences\":true"),
        Facts("high_seas", ",\"destructive_gear_or_method\":true,\"severe_consequences\":true"));

    private static string Facts(string waters, string rest) => $"{{\"waters\":\"{waters}\"{rest}}}";
}
