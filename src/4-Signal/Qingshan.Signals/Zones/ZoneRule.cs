using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Signals.Zones;

/// <summary>The rule as data: when a stay in a zone that forbids fishing makes one event.</summary>
/// <param name="SlowestWork">0.1 kn; below it a vessel lies still.</param>
/// <param name="FastestWork">0.1 kn; above it a vessel is on its way.</param>
/// <param name="Dwell">Time at working speed inside before a signal is raised.</param>
/// <param name="MinFixes">Fixes at working speed inside before a signal is raised.</param>
/// <param name="LeaveFixes">Fixes in a row outside, or where the zone does not forbid it, that end the event.</param>
/// <param name="Gap">Time without work that ends the event.</param>
/// <param name="AmendEvery">Event time after which a continuing event is stated anew.</param>
/// <param name="Closest">A fix that follows the one before by less is left out.</param>
/// <param name="Types">Types of the registry that may fish.</param>
public sealed record ZoneRule(
    string Id, string Version, int SlowestWork, int FastestWork, Duration Dwell, int MinFixes, int LeaveFixes, Duration Gap, Duration AmendEvery, Duration Closest,
    IReadOnlyList<string> Types, IReadOnlyList<Bilingual> LegalBasis, IReadOnlyList<Bilingual> LookNext)
{
    /// <summary>ITU-R M.1371-5 table 53: fishing.</summary>
    public const int FishingShip = 30;

    /// <summary>ITU-R M.1371-5 table 45: engaged in fishing.</summary>
    public const int EngagedInFishing = 7;

    public bool IsWork(int speed) => speed >= SlowestWork && speed <= FastestWork;

    /// <summary>The rule in force. Trawls are towed at two to five knots, stow nets and pots hauled more slowly; gear left in the water is not seen by AIS at all.</summary>
    public static ZoneRule Current { get; } = new(
        "ZN-01", "1", SlowestWork: 5, FastestWork: 60, Dwell: Duration.FromMinutes(15), MinFixes: 4, LeaveFixes: 3, Gap: Duration.FromMinutes(30),
        AmendEvery: Duration.FromMinutes(10), Closest: Duration.FromSeconds(5), Types: ["fishing", "aquaculture", "fishery-support", "recreational-fishing"],
        [
            new("《渔业法》：禁止在禁渔区、禁渔期进行捕捞", "Fisheries Law: no fishing in closed areas and seasons"),
            new("《刑法》第340条；法释〔2016〕17号（海洋水产品）", "Criminal Law art. 340; 法释〔2016〕17号 (catch at sea)"),
        ],
        [
            new("核对船名、MMSI与渔船登记、捕捞许可证", "Compare name and MMSI with the vessel's registration and licence"),
            new("查看航迹是否为作业航迹，而非过境或避风", "See whether the track is one of work, not of passage or shelter"),
            new("通知渔政就近登临检查渔具、渔获物", "Have the fisheries agency board and check gear and catch"),
        ]);
}
