using Qingshan.Record.Reasons;

namespace Qingshan.Geography;

/// <summary>Why a position or an area is refused.</summary>
public static class GeographyReasons
{
    public static readonly Reason PositionOutOfRange = new(
        "geography.position-out-of-range", ReasonKind.Invalid,
        "坐标超出范围：经度应在 -180 至 180 之间，纬度应在 -90 至 90 之间。",
        "The position is out of range: longitude is between -180 and 180, latitude between -90 and 90.");

    public static readonly Reason NotAnArea = new(
        "geography.not-an-area", ReasonKind.Invalid,
        "不是 GeoJSON 面（Polygon 或 MultiPolygon）。",
        "Not a GeoJSON area (Polygon or MultiPolygon).");

    public static readonly Reason RingNotClosed = new(
        "geography.ring-not-closed", ReasonKind.Invalid,
        "边界线没有闭合：至少需要四个点，且首尾相同。",
        "The boundary is not closed: it needs at least four positions, the last equal to the first.");

    public static readonly Reason BoundaryCrossesItself = new(
        "geography.boundary-crosses-itself", ReasonKind.Invalid,
        "边界线自相交或相互重叠，位置约在 {position}。",
        "The boundary crosses or overlaps itself near {position}.");
}
