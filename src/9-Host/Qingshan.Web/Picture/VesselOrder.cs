namespace Qingshan.Web.Picture;

/// <summary>In which order a list of vessels stands: a column, <c>-</c> before it for the other way round.</summary>
internal static class VesselOrder
{
    public const string Default = "name";

    private static readonly Dictionary<string, Comparison<VesselLine>> Columns = new(StringComparer.Ordinal)
    {
        ["name"] = (a, b) => StringComparer.OrdinalIgnoreCase.Compare(a.Name, b.Name),
        ["mmsi"] = (a, b) => a.Fix.Mmsi.CompareTo(b.Fix.Mmsi),
        ["kind"] = (a, b) => a.ShipType.CompareTo(b.ShipType),
        ["state"] = (a, b) => a.State.CompareTo(b.State),
        // No speed and no course stand last, where their numbers put them.
        ["speed"] = (a, b) => a.Fix.Speed.CompareTo(b.Fix.Speed),
        ["course"] = (a, b) => a.Fix.Course.CompareTo(b.Fix.Course),
        ["heard"] = (a, b) => a.Fix.At.CompareTo(b.Fix.At),
    };

    /// <summary>Sorts in place; an unknown order is that of the names. The MMSI decides between equals, so that pages never overlap.</summary>
    public static void Sort(List<VesselLine> lines, string? order)
    {
        var back = order?.StartsWith('-') == true;
        var compare = Columns.GetValueOrDefault(back ? order![1..] : order ?? Default) ?? Columns[Default];
        lines.Sort((a, b) => (back ? compare(b, a) : compare(a, b)) is var by && by != 0 ? by : a.Fix.Mmsi.CompareTo(b.Fix.Mmsi));
    }
}
