using Qingshan.Registry.Enterprises;
using Qingshan.Signals.Signals;
using Qingshan.Web.Components.Parts;
using Qingshan.Web.Registers;

namespace Qingshan.Web.Picture;

/// <summary>The picture as a post sees it.</summary>
/// <param name="Signals">Open and confirmed signals that the post may see whole, the newest first: the feed beside the map, cut to its length.</param>
/// <param name="Standing">How many there are in all.</param>
public sealed record PictureSight(IReadOnlyList<PictureStation> Stations, IReadOnlyList<SignalRow> Signals, int Standing, IReadOnlyList<MapArea> Areas);

/// <summary>A station on the map.</summary>
/// <param name="Firm">Null where the registry does not know it.</param>
/// <param name="Health">Null where the post sees the public summary only.</param>
/// <param name="Newest">The newest signal about it in the feed.</param>
public sealed record PictureStation(Station Station, Enterprise? Firm, StationHealth? Health, SignalRow? Newest)
{
    /// <summary>Somebody must decide here.</summary>
    public bool IsOpen => Newest?.State == nameof(SignalState.Open);

    /// <summary>How the map shows it: red where a signal waits, amber where one is worked on, grey where nothing is heard.</summary>
    public string MapState => (Newest, Health) switch
    {
        ({ State: nameof(SignalState.Open) }, _) => "alarm",
        ({ }, _) => "soon",
        (null, { State: StationState.Online }) => "normal",
        _ => "unknown",
    };

    /// <summary>The signal's page, or the enterprise's where there is no signal.</summary>
    public string Href => Newest is { } signal ? $"/signals/{signal.Id}" : $"/registers/enterprises/{Station.Enterprise}";
}
