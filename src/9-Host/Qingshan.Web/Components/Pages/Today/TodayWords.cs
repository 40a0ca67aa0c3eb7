using NodaTime;
using Qingshan.Signals.Signals;
using Qingshan.Web.Formats;
using Qingshan.Web.Texts;
using Qingshan.Web.Today;
using Qingshan.Web.Triage;

namespace Qingshan.Web.Components.Pages.Today;

/// <summary>How an item of today's list is said.</summary>
internal static class TodayWords
{
    /// <summary>What is to be done, in a few words; a clock without words of its own is said as the book says it.</summary>
    public static string What(TodayItem item, ITexts texts, Naming names) => item.Signal is { } row
        ? texts["today.signal", ("factor", row.Kind == SignalKind.Zone ? names.Zone(row.Zone) : names.Factor(row.Factor)), ("state", texts[$"today.what.{item.Kind}"])]
        : texts.Find($"today.what.{item.Action}") ?? texts.Of(item.Clock!.Rule.Zh, item.Clock.Rule.En);

    /// <summary>What it is about: the case, the task's words, the signal's sentence.</summary>
    public static string About(TodayItem item, ITexts texts, Naming names) => item.Signal is { } row
        ? (row.Kind == SignalKind.Zone ? "" : names.Enterprise(row.Enterprise) + " · ") + SignalSentence.Of(row, texts, names)
        : item.About;

    /// <summary>A length of time in its two largest useful units: days, hours or minutes.</summary>
    public static string Length(Duration length, ITexts texts) => length.TotalDays >= 2
        ? texts["length.days", ("n", (int)length.TotalDays)]
        : length.TotalHours >= 1 ? texts["length.hours", ("n", (int)length.TotalHours)] : texts["length.minutes", ("n", (int)length.TotalMinutes)];
}
