using NodaTime;

namespace Qingshan.Law.Calendars;

/// <summary>Holidays of one year on the mainland and the weekend days that are worked in exchange, as announced by the State Council.</summary>
public sealed record CalendarYear(int Year, string Source, string Confidence, IReadOnlyList<Holiday> Holidays, IReadOnlyList<LocalDate> Workdays);

/// <summary>One holiday with all its days off.</summary>
public sealed record Holiday(string Zh, string En, IReadOnlyList<LocalDate> Days);
