namespace Qingshan.Protocols.Ais;

/// <summary>Names of coded values as they are printed beside the code; what is coded is ITU-R M.1371-5 annex 8, tables 45, 48 and 50 to 53.</summary>
internal static class AisTexts
{
    private static readonly string[] Statuses =
    [
        "Under way using engine", "At anchor", "Not under command", "Restricted manoeuverability", "Constrained by her draught", "Moored", "Aground", "Engaged in fishing",
        "Under way sailing", "Reserved for HSC", "Reserved for WIG", "Reserved", "Reserved", "Reserved", "Reserved", "Not defined",
    ];

    private static readonly string[] Devices =
        ["Undefined", "GPS", "GLONASS", "Combined GPS/GLONASS", "Loran-C", "Chayka", "Integrated navigation system", "Surveyed", "Galileo"];

    // 30 to 38 and 50 to 59 name one kind of ship each.
    private static readonly string[] Works =
        ["Fishing", "Towing", "Towing: length exceeds 200m or breadth exceeds 25m", "Dredging or underwater ops", "Diving ops", "Military ops", "Sailing", "Pleasure Craft", "Reserved", "Reserved"];

    private static readonly string[] Services =
    [
        "Pilot Vessel", "Search and Rescue vessel", "Tug", "Port Tender", "Anti-pollution equipment", "Law Enforcement", "Spare - Local Vessel", "Spare - Local Vessel",
        "Medical Transport", "Ship according to RR Resolution No. 18",
    ];

    public static string Status(uint code) => Statuses[code & 15];

    public static string Device(uint code) => code < Devices.Length ? Devices[code] : "INVALID EPFD";

    public static string ShipType(uint code) => (code / 10) switch
    {
        0 => code == 0 ? "Not available" : "Reserved for future use",
        1 => "Reserved for future use",
        2 => $"Wing in ground (WIG) - {Cargo(code % 10, none: null)}",
        3 => Works[code % 10],
        4 => $"High speed craft (HSC) - {Cargo(code % 10)}",
        5 => Services[code % 10],
        6 => $"Passenger - {Cargo(code % 10)}",
        7 => $"Cargo - {Cargo(code % 10)}",
        8 => $"Tanker - {Cargo(code % 10)}",
        9 => $"Other Type - {Cargo(code % 10, none: "no additional information")}",
        _ => "INVALID SHIP TYPE",
    };

    private static string Cargo(uint second, string? none = "No additional information") => second switch
    {
        0 => "all ships of this type",
        <= 4 => $"Hazardous category {(char)('A' + second - 1)}",
        9 => none ?? "Reserved for future use",
        _ => "Reserved for future use",
    };
}
