namespace Qingshan.Web.Components.Parts;

/// <summary>One object on the map: its shape says the kind, its colour the state, a ring that there is a signal.</summary>
/// <param name="Id">Also the id under which a list beside the map lights up with it (<c>data-map-id</c>).</param>
/// <param name="Lon">Degrees, WGS-84.</param>
/// <param name="Lat">Degrees, WGS-84.</param>
/// <param name="Kind"><c>station</c>, <c>enterprise</c>, <c>signal</c> or <c>task</c>.</param>
/// <param name="State"><c>normal</c>, <c>soon</c>, <c>alarm</c> or <c>unknown</c>.</param>
public sealed record MapPoint(string Id, double Lon, double Lat, string Kind, string State, string Label, string? Href = null)
{
    /// <summary>The state in words, for the list.</summary>
    public string? StateText { get; init; }

    /// <summary>True draws a ring: a signal is open here.</summary>
    public bool Ring { get; init; }
}
