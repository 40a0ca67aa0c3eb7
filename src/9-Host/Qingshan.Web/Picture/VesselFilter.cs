using System.Globalization;
using Qingshan.Registry.Zones;

namespace Qingshan.Web.Picture;

/// <summary>What the address of map and list says of the vessels that are wanted.</summary>
/// <param name="Kind"><c>fishing</c>, <c>cargo</c> or <c>other</c>.</param>
/// <param name="State"><c>underway</c>, <c>fishing</c>, <c>still</c>, <c>restricted</c> or <c>stale</c>.</param>
/// <param name="SpeedFrom">Knots, inclusive. A vessel that says no speed fits only where none is asked.</param>
/// <param name="SpeedTo">Knots, inclusive.</param>
/// <param name="Text">Part of name, call sign or MMSI.</param>
/// <param name="Zone">Id of a zone that the post may see.</param>
/// <param name="Hide">Layers that the map's legend switched off: <c>kind-fishing,state-stale</c>.</param>
public sealed record VesselFilter(string? Kind, string? State, string? SpeedFrom, string? SpeedTo, string? Text, string? Zone, string? Hide = null)
{
    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetNames<VesselKind>().Select(Word)];

    public static IReadOnlyList<string> States { get; } = [.. Enum.GetNames<VesselState>().Select(Word)];

    public bool IsEmpty => Parts.All(part => string.IsNullOrWhiteSpace(part.Value));

    /// <summary>The word of a kind or state in addresses and texts.</summary>
    public static string Word<T>(T value)
        where T : notnull => value.ToString()!.ToLowerInvariant();

    /// <summary>Is it wanted, zone apart?</summary>
    public bool Fits(VesselLine line) =>
        (string.IsNullOrEmpty(Kind) || Word(line.Kind) == Kind)
        && (string.IsNullOrEmpty(State) || Word(line.State) == State)
        && (Knots(SpeedFrom) is not { } from || line.Speed >= from)
        && (Knots(SpeedTo) is not { } to || line.Speed <= to)
        && (string.IsNullOrWhiteSpace(Text) || Says(line, Text.Trim()))
        && !IsHidden($"kind-{Word(line.Kind)}") && !IsHidden($"state-{Word(line.State)}");

    /// <summary>Is it in the zone that is asked for? True where none is; false in a zone that is not known to the post.</summary>
    public bool FitsZone(VesselLine line, Zone? zone) => string.IsNullOrEmpty(Zone) || zone?.Contains(line.Longitude, line.Latitude) == true;

    /// <summary>The same as an address: <c>?kind=fishing&amp;q=…</c> with what else stands in it; empty where nothing does.</summary>
    public string Query(params (string Name, string? Value)[] more)
    {
        var said = Parts.Concat(more).Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return said.Count == 0 ? "" : "?" + string.Join('&', said);
    }

    private (string Name, string? Value)[] Parts => [("kind", Kind), ("state", State), ("from", SpeedFrom), ("to", SpeedTo), ("q", Text), ("zone", Zone), ("hide", Hide)];

    private bool IsHidden(string layer) => Hide is { Length: > 0 } && Hide.Split(',').Contains(layer, StringComparer.Ordinal);

    // What is no number asks for nothing, as an empty field does.
    private static decimal? Knots(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var knots) ? knots : null;

    private static bool Says(VesselLine line, string text) =>
        new[] { line.Said?.Name, line.Said?.CallSign, line.Mmsi }.Any(word => word?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
