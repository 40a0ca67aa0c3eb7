namespace Qingshan.Law.Tests.Thresholds;

/// <summary>For every row: facts that meet it exactly, facts just short of it, and facts just beyond it. Written by hand from the texts, not from the data files.</summary>
internal sealed record RowCase(string Row, string At, string Short, string Beyond)
{
    public static IReadOnlyList<RowCase> All { get; } =
    [
        .. Text2023(), .. Text2016(), .. Text2013(), .. FishingRowCases.All, .. MiningRowCases.All,
    ];

    private static IEnumerable<RowCase> Text2023() =>
    [
        Parts("PE-C01", """{"substances":["toxic_substance"],"place":["drinking_water_protection_zone"]}""", """{"substances":["toxic_substance"],"place":[]}""", """{"substances":["infectious_waste"],"place":["nature_reserve_core"]}"""),
        Number("PE-C02", "hazardous_waste_t", "3", "2.99", "3.01"),
        .. Metals("PE-C03", "3", "2.99", "3.01", "Pb", "Hg", "Cd", "Cr", "Cr6", "As", "Tl", "Sb"),
        .. Metals("PE-C04", "10", "9.99", "10.01", "Ni", "Cu", "Zn", "Ag", "V", "Mn", "Co"),
        Parts("PE-C05", """{"substances":["hazardous_waste"],"means":["seepage_pit"]}""", """{"substances":["conventional_pollutant"],"means":["seepage_pit"]}""", """{"substances":["radioactive_waste"],"means":["air_emergency_vent"]}"""),
        Parts("PE-C06", Alert(2), Alert(1), Alert(3)),
        Parts("PE-C07", """{"key_permit_holder":true,"monitoring_tampered":true,"substances":["conventional_pollutant"]}""", """{"key_permit_holder":true,"monitoring_tampered":false,"substances":["conventional_pollutant"]}""", """{"key_discharger":true,"monitoring_tampered":true,"exceed_times":{"COD":0.1}}"""),
        Parts("PE-C08", Repeat(2), Repeat(1), Repeat(3)),
        Number("PE-C09", "illegal_gains_yuan", "300000", "299999.99", "300001"),
        Number("PE-C09", "loss_yuan", "300000", "299999.99", "300001"),
        Intake("PE-C10", "township"),
        Parts("PE-S01", Zone("ecology_degraded", true), Zone("ecology_degraded", false), Zone("wildlife_destroyed", true)),
        Parts("PE-S02", River("ecology_degraded", true), River("ecology_degraded", false), River("wildlife_destroyed", true)),
        Number("PE-S03", "hazardous_waste_t", "100", "99.99", "100.01"),
        Number("PE-S04", "illegal_gains_yuan", "1000000", "999999.99", "1000001"),
        Number("PE-S04", "loss_yuan", "1000000", "999999.99", "1000001"),
        Intake("PE-S05", "county_town"),
        Land("PE-S06a", "permanent_basic_farmland", "10", "9.99", "10.01"),
        Parts("PE-S06a", """{"land_lost_mu":{"permanent_basic_farmland":4,"public_welfare_forest":6}}""", """{"land_lost_mu":{"permanent_basic_farmland":4,"public_welfare_forest":5.99}}""", """{"land_lost_mu":{"permanent_basic_farmland":4,"public_welfare_forest":6.01}}"""),
        Land("PE-S06b", "other_farmland", "20", "19.99", "20.01"),
        Land("PE-S06c", "other", "50", "49.99", "50.01"),
        Number("PE-S07a", "trees_dead_m3", "50", "49.99", "50.01"),
        Number("PE-S07b", "saplings_dead", "2500", "2499", "2501"),
        Number("PE-S08", "people_evacuated", "5000", "4999", "5001"),
        Number("PE-S09", "people_poisoned", "30", "29", "31"),
        Number("PE-S10", "serious_injuries", "1", "0", "2"),
        Number("PE-S10", "minor_injuries", "3", "2", "4"),
        Parts("PE-E01", Zone("ecology_seriously_degraded", true), Zone("ecology_seriously_degraded", false), Zone("key_wildlife_destroyed", true)),
        Parts("PE-E01", ZoneCut("12"), ZoneCut("11.9"), ZoneCut("12.1")),
        Parts("PE-E02", River("ecology_seriously_degraded", true), River("ecology_seriously_degraded", false), River("key_wildlife_destroyed", true)),
        Land("PE-E03", "permanent_basic_farmland", "50", "49.99", "50.01"),
        Number("PE-E04", "serious_injuries", "3", "2", "4"),
        Number("PE-E04", "severe_disabilities", "1", "0", "2"),
        Number("PE-E04", "deaths", "1", "0", "2"),
    ];

    private static IEnumerable<RowCase> Text2016() =>
    [
        Parts("PE16-C01", """{"substances":["toxic_substance"],"place":["drinking_water_protection_zone_1"]}""", """{"substances":["toxic_substance"],"place":["other_key_protected_area"]}""", """{"substances":["toxic_substance"],"place":["nature_reserve_core"]}"""),
        Number("PE16-C02", "hazardous_waste_t", "3", "2.99", "3.01"),
        .. Metals("PE16-C03", "3", "2.99", "3.01", "Pb", "Hg", "Cd", "Cr", "Cr6", "As", "Tl", "Sb"),
        .. Metals("PE16-C04", "10", "9.99", "10.01", "Ni", "Cu", "Zn", "Ag", "V", "Mn", "Co"),
        Parts("PE16-C05", """{"substances":["toxic_substance"],"means":["other_evasion"]}""", """{"substances":["toxic_substance"],"means":["air_emergency_vent"]}""", """{"substances":["toxic_substance"],"means":["injection"]}"""),
        Parts("PE16-C06", Repeat(2), Repeat(1), Repeat(3)),
        Parts("PE16-C07", """{"key_discharger":true,"monitoring_tampered":true,"substances":["conventional_pollutant"]}""", """{"key_discharger":false,"key_permit_holder":true,"monitoring_tampered":true,"substances":["conventional_pollutant"]}""", """{"key_discharger":true,"monitoring_tampered":true,"substances":["toxic_substance"]}"""),
        Number("PE16-C08", "saved_treatment_cost_yuan", "1000000", "999999.99", "1000001"),
        Number("PE16-C09", "illegal_gains_yuan", "300000", "299999.99", "300001"),
        Number("PE16-C09", "loss_yuan", "300000", "299999.99", "300001"),
        Flag("PE16-C10", "serious_ecological_damage"),
        Intake("PE16-C11", "township"),
        .. LandClasses("PE16-C12", "5", "4.99", "10", "9.99", "20", "19.99"),
        Number("PE16-C13", "trees_dead_m3", "50", "49.99", "50.01"),
        Number("PE16-C13", "saplings_dead", "2500", "2499", "2501"),
        Number("PE16-C14", "people_evacuated", "5000", "4999", "5001"),
        Number("PE16-C15", "people_poisoned", "30", "29", "31"),
        Number("PE16-C16", "minor_injuries", "3", "2", "4"),
        Number("PE16-C17", "serious_injuries", "1", "0", "2"),
        Intake("PE16-S01", "county_town"),
        Number("PE16-S02", "hazardous_waste_t", "100", "99.99", "100.01"),
        .. LandClasses("PE16-S03", "15", "14.99", "30", "29.99", "60", "59.99"),
        Number("PE16-S04", "trees_dead_m3", "150", "149.99", "150.01"),
        Number("PE16-S04", "saplings_dead", "7500", "7499", "7501"),
        Number("PE16-S05", "loss_yuan", "1000000", "999999.99", "1000001"),
        Flag("PE16-S06", "especially_serious_ecological_damage"),
        .. People("PE16-S07", "PE16-S08", "PE16-S09", "PE16-S10", "PE16-S11", "PE16-S12"),
    ];

    private static IEnumerable<RowCase> Text2013() =>
    [
        Parts("PE13-C01", """{"substances":["toxic_substance"],"place":["drinking_water_protection_zone_1"]}""", """{"substances":["toxic_substance"],"place":["germplasm_reserve"]}""", """{"substances":["toxic_substance"],"place":["nature_reserve_core"]}"""),
        Number("PE13-C02", "hazardous_waste_t", "3", "2.99", "3.01"),
        .. Metals("PE13-C03", "3", "2.99", "3.01", "Pb", "Cr6", "Ni", "Cu", "Zn", "heavy_metal", "POPs"),
        Parts("PE13-C04", """{"substances":["toxic_substance"],"means":["hidden_pipe"]}""", """{"substances":["toxic_substance"],"means":["other_evasion"]}""", """{"substances":["hazardous_waste"],"means":["karst_cave"]}"""),
        Parts("PE13-C05", Repeat(2), Repeat(1), Repeat(3)),
        Intake("PE13-C06", "township"),
        .. LandClasses("PE13-C07", "5", "4.99", "10", "9.99", "20", "19.99"),
        Number("PE13-C08", "trees_dead_m3", "50", "49.99", "50.01"),
        Number("PE13-C08", "saplings_dead", "2500", "2499", "2501"),
        Number("PE13-C09", "loss_yuan", "300000", "299999.99", "300001"),
        Number("PE13-C10", "people_evacuated", "5000", "4999", "5001"),
        Number("PE13-C11", "people_poisoned", "30", "29", "31"),
        Number("PE13-C12", "minor_injuries", "3", "2", "4"),
        Number("PE13-C13", "serious_injuries", "1", "0", "2"),
        Intake("PE13-S01", "county_town"),
        .. LandClasses("PE13-S02", "15", "14.99", "30", "29.99", "60", "59.99"),
        Number("PE13-S03", "trees_dead_m3", "150", "149.99", "150.01"),
        Number("PE13-S03", "saplings_dead", "7500", "7499", "7501"),
        Number("PE13-S04", "loss_yuan", "1000000", "999999.99", "1000001"),
        .. People("PE13-S05", "PE13-S06", "PE13-S07", "PE13-S08", "PE13-S09", "PE13-S10"),
    ];

    private static IEnumerable<RowCase> People(string evacuated, string poisoned, string minor, string serious, string mixed, string death) =>
    [
        Number(evacuated, "people_evacuated", "15000", "14999", "15001"),
        Number(poisoned, "people_poisoned", "100", "99", "101"),
        Number(minor, "minor_injuries", "10", "9", "11"),
        Number(serious, "serious_injuries", "3", "2", "4"),
        Parts(mixed, """{"serious_injuries":1,"minor_injuries":5}""", """{"serious_injuries":1,"minor_injuries":4}""", """{"serious_injuries":2,"minor_injuries":6}"""),
        Number(death, "deaths", "1", "0", "2"),
        Number(death, "severe_disabilities", "1", "0", "2"),
    ];

    private static RowCase Parts(string row, string at, string shortOf, string beyond) => new(row, at, shortOf, beyond);

    private static RowCase Number(string row, string fact, string at, string below, string above) =>
        new(row, $$"""{"{{fact}}":{{at}}}""", $$"""{"{{fact}}":{{below}}}""", $$"""{"{{fact}}":{{above}}}""");

    private static RowCase Flag(string row, string fact) =>
        new(row, $$"""{"{{fact}}":true,"substances":[]}""", $$"""{"{{fact}}":false,"substances":[]}""", $$"""{"{{fact}}":true,"substances":["solid_waste"]}""");

    private static IEnumerable<RowCase> Metals(string row, string at, string below, string above, params string[] metals) =>
        metals.Select(metal => new RowCase(row, Metal(metal, at), Metal(metal, below), Metal(metal, above)));

    private static string Metal(string metal, string times) => $$$"""{"exceed_times":{"{{{metal}}}":{{{times}}}}}""";

    private static RowCase Land(string row, string kind, string at, string below, string above) => new(row, Lost(kind, at), Lost(kind, below), Lost(kind, above));

    private static IEnumerable<RowCase> LandClasses(string row, string first, string firstBelow, string second, string secondBelow, string third, string thirdBelow) =>
    [
        Land(row, "permanent_basic_farmland", first, firstBelow, first + "1"),
        Land(row, "public_welfare_forest", first, firstBelow, first + "1"),
        Land(row, "other_farmland", second, secondBelow, second + "1"),
        Land(row, "other", third, thirdBelow, third + "1"),
    ];

    private static string Lost(string kind, string area) => $$$"""{"land_lost_mu":{"{{{kind}}}":{{{area}}}}}""";

    private static RowCase Intake(string row, string level) => new(row, Cut(level, "12"), Cut(level, "11.99"), Cut(level, "12.01"));

    private static string Cut(string level, string hours) => $$"""{"intake_level":"{{level}}","intake_cut_h":{{hours}}}""";

    private static string Alert(int penalties) => $$"""{"heavy_pollution_alert":true,"exceed_times":{"SO2":0.1},"prior_penalties_2y":{{penalties}}}""";

    private static string Repeat(int penalties) => $$"""{"substances":["toxic_substance"],"prior_penalties_2y":{{penalties}}}""";

    private static string Zone(string flag, bool value) =>
        $$"""{"substances":["toxic_substance"],"place":["nature_reserve_core"],"{{flag}}":{{(value ? "true" : "false")}}}""";

    private static string River(string flag, bool value) =>
        $$"""{"substances":["toxic_substance"],"place":["designated_river_or_lake"],"{{flag}}":{{(value ? "true" : "false")}}}""";

    private static string ZoneCut(string hours) =>
        $$"""{"substances":["toxic_substance"],"place":["drinking_water_protection_zone"],"intake_level":"city","intake_cut_h":{{hours}}}""";
}
