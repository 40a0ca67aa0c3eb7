using Qingshan.Protocols.Hj212;

namespace Qingshan.Sensing.Observations;

/// <summary>
/// What a row of points is about. The command belongs to it: an hourly and a daily average of one factor carry the same suffix.
/// </summary>
internal readonly record struct ObjectKey(string Mn, int Command, string Factor, Hj212Statistic Statistic)
{
    private const long Hour = 3_600_000;

    /// <summary>Time span of one block, milliseconds: some dozens of points at the usual intervals.</summary>
    public long Span => Command switch
    {
        Hj212Codes.RealTimeData => Hour,
        Hj212Codes.MinuteData => 12 * Hour,
        Hj212Codes.HourlyData => 48 * Hour,
        _ => 32 * 24 * Hour,
    };
}
