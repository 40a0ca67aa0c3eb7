using NodaTime;

namespace Qingshan.Law;

/// <summary>Where a rule stands. <paramref name="Confidence"/> is how far the text was checked: "text seen", "page seen", "recalled" or "uncertain".</summary>
public sealed record Citation(string Source, string Article, LocalDate? ValidFrom, LocalDate? ValidTo, string Confidence)
{
    /// <summary>True where the rule was in force on that day.</summary>
    public bool InForceOn(LocalDate day) => (ValidFrom is null || day >= ValidFrom) && (ValidTo is null || day <= ValidTo);
}
