namespace Qingshan.Protocols.Ais.Messages;

/// <summary>Message 18: position report of a class B station.</summary>
internal static class AisClassBPosition
{
    public static AisLayout Layout { get; } = new(18, 148, 168,
    [
        new("reserved", 38, 8), new("speed", 46, 10, AisKind.Speed), new("accuracy", 56, 1, AisKind.Flag), new("lon", 57, 28, AisKind.Longitude),
        new("lat", 85, 27, AisKind.Latitude), new("course", 112, 12, AisKind.Course), new("heading", 124, 9, AisKind.Heading), new("second", 133, 6, AisKind.Second),
        new("regional", 139, 2), new("cs", 141, 1, AisKind.Flag), new("display", 142, 1, AisKind.Flag), new("dsc", 143, 1, AisKind.Flag), new("band", 144, 1, AisKind.Flag),
        new("msg22", 145, 1, AisKind.Flag), new("raim", 147, 1, AisKind.Flag), new("radio", 148, 20),
    ], "67");
}
