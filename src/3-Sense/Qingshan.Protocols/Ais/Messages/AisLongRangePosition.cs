namespace Qingshan.Protocols.Ais.Messages;

/// <summary>Message 27: long-range position report, heard by satellites.</summary>
internal static class AisLongRangePosition
{
    public static AisLayout Layout { get; } = new(27, 95, 96,
    [
        new("status", 40, 4, AisKind.NavigationStatus), new("accuracy", 38, 1, AisKind.Flag), new("lon", 44, 18, AisKind.CoarseLongitude),
        new("lat", 62, 17, AisKind.CoarseLatitude), new("speed", 79, 6, AisKind.CoarseSpeed), new("course", 85, 9, AisKind.CoarseCourse),
        new("raim", 39, 1, AisKind.Flag), new("gnss", 94, 1, AisKind.Flag),
    ], "84");
}
