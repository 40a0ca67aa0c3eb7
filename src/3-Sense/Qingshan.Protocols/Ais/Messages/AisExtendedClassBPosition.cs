namespace Qingshan.Protocols.Ais.Messages;

/// <summary>Message 19: extended position report of a class B station.</summary>
internal static class AisExtendedClassBPosition
{
    public static AisLayout Layout { get; } = new(19, 305, 312,
    [
        new("reserved", 38, 8), new("speed", 46, 10, AisKind.Speed), new("accuracy", 56, 1, AisKind.Flag), new("lon", 57, 28, AisKind.Longitude),
        new("lat", 85, 27, AisKind.Latitude), new("course", 112, 12, AisKind.Course), new("heading", 124, 9, AisKind.Heading), new("second", 133, 6, AisKind.Second),
        new("regional", 139, 4), new("shipname", 143, 120, AisKind.Text), new("shiptype", 263, 8, AisKind.ShipType), new("to_bow", 271, 9), new("to_stern", 280, 9),
        new("to_port", 289, 6), new("to_starboard", 295, 6), new("epfd", 301, 4, AisKind.FixingDevice), new("raim", 305, 1, AisKind.Flag), new("dte", 306, 1),
        new("assigned", 307, 1, AisKind.Flag),
    ], "70");
}
