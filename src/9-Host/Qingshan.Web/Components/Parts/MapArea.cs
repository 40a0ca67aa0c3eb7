namespace Qingshan.Web.Components.Parts;

/// <summary>An area on the map.</summary>
/// <param name="Kind">Picks the colour: <c>water</c>, <c>protected</c> or <c>other</c>.</param>
/// <param name="Ring">Closed ring of longitude and latitude, WGS-84 degrees.</param>
public sealed record MapArea(string Id, string Kind, string Label, IReadOnlyList<double[]> Ring)
{
    /// <summary>False where its rules do not hold today: drawn in dashes, and its name says so.</summary>
    public bool InForce { get; init; } = true;
}
