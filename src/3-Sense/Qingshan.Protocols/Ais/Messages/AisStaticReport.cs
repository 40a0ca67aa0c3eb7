namespace Qingshan.Protocols.Ais.Messages;

/// <summary>Message 24: static data of a class B station in two parts; part B names the mother ship instead of the dimensions where the MMSI is that of an auxiliary craft (98…).</summary>
internal static class AisStaticReport
{
    private static readonly AisField[] Description =
    [
        new("shiptype", 40, 8, AisKind.ShipType), new("vendorid", 48, 42, AisKind.Text), new("model", 66, 4), new("serial", 70, 20), new("callsign", 90, 42, AisKind.Text),
    ];

    private static readonly AisLayout PartA = new(24, 160, 160, [new("shipname", 40, 120, AisKind.Text)], "79") { Part = "A" };

    private static readonly AisLayout PartB =
        new(24, 162, 168, [.. Description, new("to_bow", 132, 9), new("to_stern", 141, 9), new("to_port", 150, 6), new("to_starboard", 156, 6)], "80") { Part = "B" };

    private static readonly AisLayout PartBOfAuxiliary = new(24, 162, 168, [.. Description, new("mothership_mmsi", 132, 30)], "80") { Part = "B" };

    /// <summary>Part number 0 is A, 1 is B; there are no others.</summary>
    public static AisLayout? Of(AisBits bits) => bits.Number(38, 2) switch
    {
        0 => PartA,
        1 => bits.Number(8, 30) / 10_000_000 == 98 ? PartBOfAuxiliary : PartB,
        _ => null,
    };
}
