using Qingshan.Signals.Signals;

namespace Qingshan.Web.Triage;

/// <summary>How often a rule was right so far, among the signals that the post may see.</summary>
/// <param name="Confirmed">Found worth acting on.</param>
/// <param name="Dismissed">Laid aside.</param>
public sealed record RulePrecision(int Confirmed, int Dismissed)
{
    /// <summary>Confirmed of decided, in whole per cent, rounded down; null while nothing was decided.</summary>
    public int? Percent => Confirmed + Dismissed == 0 ? null : Confirmed * 100 / (Confirmed + Dismissed);

    public static RulePrecision Of(IEnumerable<SignalRow> rows, string rule)
    {
        var states = rows.Where(row => row.Rule == rule).Select(row => row.State).ToList();
        return new(states.Count(state => state == nameof(SignalState.Confirmed)), states.Count(state => state == nameof(SignalState.Dismissed)));
    }
}
