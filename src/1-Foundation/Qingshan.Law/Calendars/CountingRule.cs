using NodaTime;

namespace Qingshan.Law.Calendars;

/// <summary>How a source counts its periods: what its plain "日" means, and whether a last day that is a day of rest moves on.</summary>
public sealed record CountingRule(
    string Id, string Source, string Article, LocalDate? ValidFrom, LocalDate? ValidTo, string Confidence, DayMeaning Day, bool RollsOver, string Zh, string En);

/// <summary>What a source means by a plain day.</summary>
public enum DayMeaning
{
    Natural,
    Working,
}
