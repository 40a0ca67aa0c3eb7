using NodaTime;
using NodaTime.Text;
using Qingshan.Registry.Codes;

namespace Qingshan.Registry.Zones;

/// <summary>Whether a zone forbids fishing.</summary>
public enum ZoneVerdict
{
    Allowed,

    Forbidden,

    /// <summary>It depends on the gear, of which too little is known.</summary>
    Undetermined,
}

/// <summary>Why a zone forbids fishing or does not.</summary>
public enum ZoneGround
{
    ForbidsNothing,
    PermitArea,
    NotValid,
    OutOfSeason,
    GearNotNamed,
    GearExempt,
    GearForbidden,
    AllGearForbidden,
    GearUnknown,

    /// <summary>Some kinds of the gear are forbidden and others free.</summary>
    GearTooWide,
}

/// <summary>Answer of <see cref="Zone.Forbids"/>. It says what the zone's rule is; whether a vessel broke it is for a person to decide.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Zh">The reason in Chinese, with the zone's name, the local time and the gear.</param>
/// <param name="En">The same in English.</param>
/// <param name="Source">Legal basis: the notice or statute, and <paramref name="Article"/>.</param>
public sealed record ZoneAnswer(string Zone, ZoneVerdict Verdict, ZoneGround Ground, string Zh, string En, string Source, string Article)
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static readonly Dictionary<ZoneGround, (ZoneVerdict Verdict, string Zh, string En)> Grounds = new()
    {
        [ZoneGround.ForbidsNothing] = (ZoneVerdict.Allowed, "{zone}不涉及捕捞限制。", "{zone} has no rule about fishing."),
        [ZoneGround.PermitArea] = (ZoneVerdict.Allowed, "{zone}是专项许可海域，本身不禁止捕捞；{season}凭专项许可作业。", "{zone} is a permit area and closes nothing itself; special permits apply {season}."),
        [ZoneGround.NotValid] = (ZoneVerdict.Allowed, "{zone}在 {time} 不在有效期内（{validity}）。", "{zone} is not valid at {time} ({validity})."),
        [ZoneGround.OutOfSeason] = (ZoneVerdict.Allowed, "{zone}在 {time} 不在禁渔时间内（{season}）。", "{zone} is out of season at {time} ({season})."),
        [ZoneGround.GearNotNamed] = (ZoneVerdict.Allowed, "{zone}不禁止使用{gear}（禁用：{forbidden}）。", "{zone} does not forbid the {gear} (forbidden: {forbidden})."),
        [ZoneGround.GearExempt] = (ZoneVerdict.Allowed, "{zone}对{gear}除外（除外：{exempt}）。", "{zone} exempts the {gear} (exempt: {exempt})."),
        [ZoneGround.GearForbidden] = (ZoneVerdict.Forbidden, "{zone}在 {time} 禁止使用{gear}捕捞（{season}；禁用：{forbidden}）。", "{zone} forbids fishing with the {gear} at {time} ({season}; forbidden: {forbidden})."),
        [ZoneGround.AllGearForbidden] = (ZoneVerdict.Forbidden, "{zone}在 {time} 禁止捕捞（{season}；所有作业类型，除外：{exempt}）。", "{zone} forbids fishing at {time} ({season}; all gear, exempt: {exempt})."),
        [ZoneGround.GearUnknown] = (ZoneVerdict.Undetermined, "{zone}在 {time} 生效（{season}），是否禁止取决于作业类型，而作业类型不明（禁用：{forbidden}；除外：{exempt}）。", "{zone} is in force at {time} ({season}); it depends on the gear, which is not known (forbidden: {forbidden}; exempt: {exempt})."),
        [ZoneGround.GearTooWide] = (ZoneVerdict.Undetermined, "{zone}在 {time} 生效（{season}），{gear}中有的禁止、有的除外（禁用：{forbidden}；除外：{exempt}）。", "{zone} is in force at {time} ({season}); some kinds of {gear} are forbidden and others not (forbidden: {forbidden}; exempt: {exempt})."),
    };

    internal static ZoneAnswer Of(Zone zone, ZoneGround ground, string? gear, LocalDateTime local)
    {
        var (verdict, zh, en) = Grounds[ground];
        return new(zone.Id, verdict, ground, Fill(zh, zone, gear, local, chinese: true), Fill(en, zone, gear, local, chinese: false), zone.Source, zone.Article);
    }

    // The zone's own name last, so that nothing in it is taken for a place to fill.
    private static string Fill(string text, Zone zone, string? gear, LocalDateTime local, bool chinese) => text
        .Replace("{time}", Minute.Format(local), StringComparison.Ordinal)
        .Replace("{season}", SeasonText(zone, chinese), StringComparison.Ordinal)
        .Replace("{validity}", Validity(zone, chinese), StringComparison.Ordinal)
        .Replace("{gear}", gear is null ? "" : Word(gear, chinese), StringComparison.Ordinal)
        .Replace("{forbidden}", Words(zone.Gear, chinese ? "全部" : "all", chinese), StringComparison.Ordinal)
        .Replace("{exempt}", Words(zone.ExemptGear, chinese ? "无" : "none", chinese), StringComparison.Ordinal)
        .Replace("{zone}", chinese ? zone.NameZh : zone.NameEn, StringComparison.Ordinal);

    private static string SeasonText(Zone zone, bool chinese) =>
        zone.Seasons.Count == 0 ? (chinese ? "全年" : "all year") : string.Join(chinese ? "、" : ", ", zone.Seasons.Select(season => chinese ? season.Zh : season.En));

    private static string Validity(Zone zone, bool chinese) => $"{Date(zone.ValidFrom)}{(chinese ? "至" : " to ")}{Date(zone.ValidTo)}";

    private static string Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "…";

    private static string Words(IReadOnlyList<string> gear, string none, bool chinese) =>
        gear.Count == 0 ? none : string.Join(chinese ? "、" : ", ", gear.Select(id => Word(id, chinese)));

    private static string Word(string id, bool chinese) => Terms.Gear.Find(id) is { } term ? (chinese ? term.Zh : term.En) : id;
}
