using NodaTime;
using Qingshan.Web.Formats;
using Qingshan.Web.Texts;

namespace Qingshan.Web.Triage;

/// <summary>Says in one sentence what happened: <c>六价铬实测 2.9 mg/L，限值 0.5 mg/L，超标 4.8 倍，持续 59 分钟</c>.</summary>
internal static class SignalSentence
{
    public static string Of(SignalFigures figures, ITexts texts, Naming names) => string.Concat(
        texts["signal.says", ("factor", names.Factor(figures.Factor)), ("peak", Figures.Of(figures.Peak)), ("limit", Figures.Of(figures.Limit))],
        figures.TimesOver is { } times ? texts["signal.says-times", ("times", Figures.Number(times))] : "",
        texts[figures.Ended ? "signal.says-lasted" : "signal.says-lasting", ("time", Length(figures.Lasted, texts))]);

    /// <summary>Minutes below two hours, hours and minutes above.</summary>
    public static string Length(Duration length, ITexts texts) => length < Duration.FromHours(2)
        ? texts["length.minutes", ("n", (int)length.TotalMinutes)]
        : texts["signal.length", ("hours", (int)length.TotalHours), ("minutes", length.Minutes)];
}
