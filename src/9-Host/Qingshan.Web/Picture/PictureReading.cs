using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Reading;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Access;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Zones;
using Qingshan.Signals.Signals;
using Qingshan.Web.Components.Parts;
using Qingshan.Web.Formats;
using Qingshan.Web.Registers;
using Qingshan.Web.Sessions;
using Qingshan.Web.Texts;

namespace Qingshan.Web.Picture;

/// <summary>Reads what the map and the feed beside it show. Both are made of the same rows, so that one never shows what the other hides.</summary>
internal sealed class PictureReading(
    ICurrent current, IAccess access, ReadDesk desk, IRegistry registry, IZones zones, IDirectory directory, SignalQueries signals, StationReading stations, ITexts texts,
    TimeProvider time)
{
    private const int FeedLength = 100;

    private Acting Who => current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");

    public Outcome<PictureSight> Read() => access.Permit(Who, "picture.read").Then<PictureSight>(_ =>
    {
        var standing = Standing();
        var newest = standing.GroupBy(row => row.Station).ToDictionary(group => group.Key, Newest, StringComparer.Ordinal);
        var seen = desk.Filter(Who, registry.Stations, station => RegistrySubjects.Of(station, registry, directory));
        return new PictureSight([.. seen.Select(station => Station(station, newest.GetValueOrDefault(station.Row.Mn)))], [.. standing.Take(FeedLength)], standing.Count, Areas());
    });

    /// <summary>The points of the map.</summary>
    public Outcome<IReadOnlyList<MapPoint>> Points() => Read().Then<IReadOnlyList<MapPoint>>(sight => sight.Stations.Select(Point).ToList());

    public MapPoint Point(PictureStation station) => new(
        station.Station.Mn, station.Station.Longitude, station.Station.Latitude, "station", station.MapState, Label(station), station.Href)
    {
        StateText = StateText(station),
        Ring = station.IsOpen,
    };

    /// <summary>What a station's state is in words: the signal's, or whether it reports.</summary>
    public string StateText(PictureStation station) => station switch
    {
        { Newest: { } signal } => texts[$"signal.state.{signal.State.ToLowerInvariant()}"],
        { Health: { } health } => texts[$"station.state.{health.State.ToString().ToLowerInvariant()}"],
        _ => texts["station.state.hidden"],
    };

    private string Label(PictureStation station) =>
        station.Firm is { } firm ? $"{texts.Of(firm.NameZh, firm.NameEn)} {station.Station.Outlet}" : station.Station.Mn;

    private PictureStation Station(SeenRow<Station> seen, SignalRow? newest) => new(
        seen.Row, registry.FindEnterprise(seen.Row.Enterprise), seen.Level >= AccessLevel.Full ? stations.Read(seen.Row).Health : null, newest);

    // An open signal comes before a newer one that somebody works on already.
    private static SignalRow Newest(IGrouping<string, SignalRow> rows) => rows.FirstOrDefault(row => row.State == nameof(SignalState.Open)) ?? rows.First();

    // All of them: a station keeps its alarm however many newer signals there are. Only the feed beside the map is cut.
    private List<SignalRow> Standing() =>
    [
        .. desk.Filter(Who, signals.List(), row => row.Subject, AccessLevel.Full).Select(seen => seen.Row)
            .Where(row => row.State is nameof(SignalState.Open) or nameof(SignalState.Confirmed)),
    ];

    private List<MapArea> Areas() =>
    [
        .. desk.Filter(Who, zones.Zones, zone => RegistrySubjects.Of(zone, directory)).Select(seen => seen.Row)
            .Select(zone => new MapArea(zone.Id, KindOf(zone.Kind), texts.Of(zone.NameZh, zone.NameEn), [.. zone.Outline.Select(point => new[] { point.Longitude, point.Latitude })])
            {
                InForce = zone.IsValidOn(Today),
            }),
    ];

    private LocalDate Today => SiteTime.ToLocal(Instant.FromDateTimeOffset(time.GetUtcNow())).Date;

    private static string KindOf(string zone) =>
        zone.StartsWith("drinking-water", StringComparison.Ordinal) ? "water" : zone.Contains("reserve", StringComparison.Ordinal) ? "protected" : "other";
}
