using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;
using Qingshan.Signals.Signals;

namespace Qingshan.Web.Triage;

/// <summary>What the sentence of a signal is made of.</summary>
/// <param name="Factor">Factor code of HJ 212.</param>
/// <param name="Ended">False while readings above the limit still come.</param>
public sealed record SignalFigures(string Factor, Quantity Peak, Quantity Limit, Duration Lasted, bool Ended)
{
    /// <summary>(peak − limit) / limit, rounded down to one decimal so that it never overstates; null where the limit is zero.</summary>
    public decimal? TimesOver => Limit.Value == 0 ? null : decimal.Floor((Peak.Value - Limit.Value) / Limit.Value * 10) / 10;

    public static SignalFigures Of(SignalRow row) => new(
        row.Factor, Quantity.TryParse(row.PeakText) ?? default, Quantity.TryParse(row.LimitText) ?? default, ViewTime.Parse(row.LastAt) - ViewTime.Parse(row.StartedAt), row.Ended);

    /// <summary>Of a signal that was raised.</summary>
    public static SignalFigures Of(Signal signal) => new(
        signal.Raised!.Factor, signal.Measured!.Peak, signal.Raised.Limit, signal.Measured.LastAt - signal.Measured.StartedAt, signal.Measured.Ended);
}
