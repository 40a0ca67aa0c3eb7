namespace Qingshan.Protocols.Ais.Messages;

/// <summary>Messages 1, 2 and 3: position report of a class A station.</summary>
internal static class AisPositionReport
{
    public static AisLayout Of(int type) => new(type, 163, 168,
    [
        new("status", 38, 4, AisKind.NavigationStatus), new("turn", 42, 8, AisKind.Turn), new("speed", 50, 10, AisKind.Speed), new("accuracy", 60, 1, AisKind.Flag),
        new("lon", 61, 28, AisKind.Longitude), new("lat", 89, 27, AisKind.Latitude), new("course", 116, 12, AisKind.Course), new("heading", 128, 9, AisKind.Heading),
        new("second", 137, 6, AisKind.Second), new("maneuver", 143, 2), new("raim", 148, 1, AisKind.Flag), new("radio", 149, 19),
    ], "48");
}
