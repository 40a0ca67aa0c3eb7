using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Signals.Signals;
using Qingshan.Web.Formats;
using Qingshan.Web.Texts;

namespace Qingshan.Web.Triage;

/// <summary>Says in one sentence what happened: <c>六价铬实测 2.9 mg/L，限值 0.5 mg/L，超标 4.8 倍，持续 59 分钟</c>, or which vessel was at work in which zone.</summary>
internal static class SignalSentence
{
    public static string Of(SignalFigures figures, ITexts texts, Naming names) => string.Concat(
        texts["signal.says", ("factor", names.Factor(figures.Factor)), ("peak", Figures.Of(figures.Peak)), ("limit", Figures.Of(figures.Limit))],
        figures.TimesOver is { } times ? texts["signal.says-times", ("times", Figures.Number(times))] : "",
        texts[figures.Ended ? "signal.says-lasted" : "signal.says-lasting", ("time", Length(figures.Lasted, texts))]);

    public static string Of(SignalRow row, ITexts texts, Naming names) => row.Kind == SignalKind.Zone
        ? OfStay(names.Vessel(row.Named, row.Station), names.Zone(row.Zone), Quantity.TryParse(row.PeakText) ?? default, row.Minutes, row.Ended, texts)
        : Of(SignalFigures.Of(row), texts, names);

    /// <summary>Of a signal that was raised.</summary>
    public static string Of(Signal signal, ITexts texts, Naming names) => signal is { Zone: { } zone, Passage: { } stay }
        ? OfStay(names.Vessel(zone.VesselName, zone.Mmsi), names.Zone(zone.Zone), stay.Fastest, stay.Minutes, stay.Ended, texts)
        : Of(SignalFigures.Of(signal), texts, names);

    private static string OfStay(string vessel, string zone, Quantity fastest, int minutes, bool ended, ITexts texts) => string.Concat(
        texts["signal.says-zone", ("vessel", vessel), ("zone", zone), ("fastest", Figures.Of(fastest))],
        texts[ended ? "signal.says-lasted" : "signal.says-lasting", ("time", Length(Duration.FromMinutes(minutes), texts))]);

    /// <summary>Minutes below two hours, hours and minutes above.</summary>
    public static string Length(Duration length, ITexts texts) => length < Duration.FromHours(2)
        ? texts["length.minutes", ("n", (int)length.TotalMinutes)]
        : texts["signal.length", ("hours", (int)length.TotalHours), ("minutes", length.Minutes)];
}
