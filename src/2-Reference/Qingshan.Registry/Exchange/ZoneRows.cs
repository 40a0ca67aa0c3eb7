using Qingshan.Geography.Areas;
using Qingshan.Record.Entries;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Exchange;

/// <summary>Zones as rows: how one is read, and every column with how it is written. What is written reads back the same.</summary>
internal static class ZoneRows
{
    /// <summary>In the order of an exported file.</summary>
    public static IReadOnlyList<ExchangeColumn<Zone>> Columns { get; } =
    [
        new("id", "编号", "Id", zone => zone.Id, Required: true),
        new("kind", "类别", "Kind", zone => zone.Kind, Required: true),
        new("name_zh", "名称", "Name (zh)", zone => zone.NameZh, Required: true),
        new("name_en", "英文名称", "Name (en)", zone => zone.NameEn),
        new("division", "行政区划", "Division", zone => zone.Division),
        new("places", "筛查地点", "Screening places", zone => Cells.Texts(zone.Places), IsList: true),
        new("datum", "坐标系", "Datum", _ => ShapeArea.Wgs84),
        new(Sheet.Boundary, "边界", "Boundary", zone => Boundary.Write(zone.Area), InGeometry: true),
        new("valid_from", "有效期自", "Valid from", zone => Cells.Date(zone.ValidFrom)),
        new("valid_to", "有效期至", "Valid to", zone => Cells.Date(zone.ValidTo)),
        new("effect", "对捕捞的作用", "Effect on fishing", zone => Cells.Word(zone.Effect), Required: true),
        new("seasons", "季节和时间", "Seasons and hours", zone => Cells.Texts(zone.Seasons.Select(season => season.ToString())), IsList: true),
        new("gear", "渔具", "Gear", zone => Cells.Texts(zone.Gear), IsList: true),
        new("exempt_gear", "除外渔具", "Exempt gear", zone => Cells.Texts(zone.ExemptGear), IsList: true),
        new("source", "依据", "Source", zone => zone.Source),
        new("article", "条款", "Article", zone => zone.Article),
        new("agency", "主管机关", "Responsible agency", zone => zone.Agency),
        new("note", "备注", "Note", zone => zone.Note),
        new("demo", "示范数据", "Demo", zone => Cells.Flag(zone.Demo)),
    ];

    /// <summary>The zone of a row; what is wrong stands in the reader, and then the zone is not to be used.</summary>
    /// <param name="datum">Datum of rows that name none; empty when none was chosen.</param>
    public static (string Id, ZoneRecorded Zone, Area? Area, IReadOnlyList<Bilingual> Notices) Read(RowReader row, string datum)
    {
        var id = row.Id("zone");
        if (string.IsNullOrEmpty(row.Row.Cells.GetValueOrDefault("id")))
            row.Refuse("id", ExchangeReasons.Missing.Refuse());
        var (area, notices) = AreaOf(row, datum);
        var (from, to) = row.Span("valid_from", "valid_to");
        var zone = new ZoneRecorded(
            row.Word("kind", Codes.Terms.ZoneKinds), row.Required("name_zh"), row.Text("name_en"), row.Division("division"), row.Texts("places"), ShapeArea.Wgs84,
            area is null ? "" : Boundary.Write(area), from, to, Effect(row), Seasons(row), row.Gear("gear"), row.Gear("exempt_gear"), row.Text("source"), row.Text("article"),
            row.Text("agency"), row.Text("note", ExchangeLimits.LongText, lines: true), row.Flag("demo"), "", "", 0);
        return (id, zone, area, notices);
    }

    private static (Area? Area, IReadOnlyList<Bilingual> Notices) AreaOf(RowReader row, string datum)
    {
        var named = row.Text("datum") is { Length: > 0 } own ? own : datum;
        var known = ShapeArea.Datum(named);
        if (known is null)
            row.Refuse("datum", ExchangeReasons.UnknownDatum.Refuse(("value", named)));
        if (row.Row.Shape is not { } shape)
            row.Refuse(Sheet.Boundary, ExchangeReasons.NoShape.Refuse());
        else if (!shape.Then(read => ShapeArea.Of(read, known ?? ShapeArea.Wgs84)).TryGet(out var area, out var refusal))
            row.Refuse(Sheet.Boundary, refusal);
        else
            return (area, known == ShapeArea.Gcj02 ? [Converted] : []);
        return (null, []);
    }

    private static Bilingual Converted { get; } = new(
        "坐标由 GCJ-02 换算为 WGS-84，各点移动数百米；请在图上核对。", "The positions were converted from GCJ-02 to WGS-84 and moved by some hundred metres; check them on the map.");

    private static ZoneEffect Effect(RowReader row)
    {
        var text = row.Required("effect");
        if (Enum.GetValues<ZoneEffect>().Where(effect => string.Equals(Cells.Word(effect), text, StringComparison.OrdinalIgnoreCase)).ToList() is [var effect])
            return effect;
        if (text.Length > 0)
            row.Refuse("effect", ExchangeReasons.UnknownWord.Refuse(("value", text), ("words", string.Join(", ", Enum.GetValues<ZoneEffect>().Select(Cells.Word)))));
        return ZoneEffect.Informs;
    }

    private static List<string> Seasons(RowReader row)
    {
        var seasons = new List<string>();
        foreach (var text in row.Texts("seasons"))
        {
            if (Season.TryParse(text) is { } season)
                seasons.Add(season.ToString());
            else
                row.Refuse("seasons", ExchangeReasons.BadSeason.Refuse(("value", text)));
        }

        return seasons;
    }
}
