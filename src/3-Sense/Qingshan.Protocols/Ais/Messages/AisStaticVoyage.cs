namespace Qingshan.Protocols.Ais.Messages;

/// <summary>Message 5: static and voyage data of a class A station.</summary>
internal static class AisStaticVoyage
{
    public static AisLayout Layout { get; } = new(5, 420, 424,
    [
        new("imo", 40, 30, AisKind.Imo), new("ais_version", 38, 2), new("callsign", 70, 42, AisKind.Text), new("shipname", 112, 120, AisKind.Text),
        new("shiptype", 232, 8, AisKind.ShipType), new("to_bow", 240, 9), new("to_stern", 249, 9), new("to_port", 258, 6), new("to_starboard", 264, 6),
        new("epfd", 270, 4, AisKind.FixingDevice), new("eta", 274, 20, AisKind.Eta), new("draught", 294, 8, AisKind.Draught),
        new("destination", 302, 120, AisKind.Text), new("dte", 422, 1),
    ], "52");
}
