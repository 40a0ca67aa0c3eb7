using NodaTime;

namespace Qingshan.Law.Thresholds;

/// <summary>A question to the thresholds.</summary>
/// <param name="ActFrom">First day of the act; null where unknown.</param>
/// <param name="ActTo">Last day of the act, which picks the text.</param>
/// <param name="Province">Two digits of GB/T 2260; null where unknown.</param>
/// <param name="Facts">What is proved.</param>
/// <param name="Leads">What only points to a fact and is not evidence yet, such as automatic readings nobody has reviewed: it can make a row possible, never met.</param>
public sealed record ScreenRequest(string? Id, LocalDate? ActFrom, LocalDate? ActTo, string? Province, FactSet Facts, FactSet? Leads = null);
