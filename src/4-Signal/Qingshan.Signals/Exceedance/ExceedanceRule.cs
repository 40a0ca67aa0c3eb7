using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Signals.Exceedance;

/// <summary>The exceedance rule as data: when readings above a permitted limit make one event.</summary>
/// <param name="MinReadings">Readings above the limit before a signal is raised: one spike is not an event.</param>
/// <param name="ClearReadings">Readings in a row at or below the limit that end the event.</param>
/// <param name="Gap">Silence that ends the event.</param>
/// <param name="AmendEvery">Event time after which a continuing event is stated anew.</param>
/// <param name="PeakStep">A value this many times the highest one stated is stated at once: a peak that creeps up does not fill the record.</param>
/// <param name="ExcludedMarks">Data marks of HJ 212 that make a reading no measurement: fault, calibration, maintenance and the like.</param>
public sealed record ExceedanceRule(
    string Id, string Version, int MinReadings, int ClearReadings, Duration Gap, Duration AmendEvery, decimal PeakStep, string ExcludedMarks,
    IReadOnlyList<Bilingual> LegalBasis, IReadOnlyList<Bilingual> LookNext)
{
    /// <summary>True for a mark that makes a reading no measurement.</summary>
    public bool Excludes(string mark) => mark.Length > 0 && ExcludedMarks.Contains(mark, StringComparison.Ordinal);

    /// <summary>The rule in force.</summary>
    public static ExceedanceRule Current { get; } = new(
        "EX-01", "2", MinReadings: 3, ClearReadings: 3, Gap: Duration.FromMinutes(15), AmendEvery: Duration.FromMinutes(10), PeakStep: 1.1m, ExcludedMarks: "FDCTBSM",
        [
            new("《刑法》第338条；法释〔2023〕7号第一条第三项、第四项（重金属超标倍数）", "Criminal Law art. 338; 法释〔2023〕7号 art. 1(3), (4) (multiples of heavy metals)"),
            new("《行政处罚法》第41条：自动监测记录未经法制和技术审核，不得作为证据，仅作为线索", "Administrative Penalty Law art. 41: an unreviewed automatic record is a lead, not evidence"),
        ],
        [
            new("核对自动监测设备运行状态与数据标记", "Check the monitor's state and its data marks"),
            new("到排放口现场检查并采样送检", "Check the outlet on site and take samples for the laboratory"),
            new("查看该企业许可限值、以往线索和处罚", "Look at the permit limits, earlier signals and penalties of the enterprise"),
        ]);
}
