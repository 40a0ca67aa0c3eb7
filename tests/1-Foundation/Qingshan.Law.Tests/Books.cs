using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qingshan.Law.Calendars;
using Qingshan.Law.Thresholds;

namespace Qingshan.Law.Tests;

internal static class Books
{
    public static StatuteBook Book { get; } = StatuteBook.Load();

    public static ScreenAnswer Screen(string facts, string? day = "2024-06-01", string? leads = null) => Screen(facts, day, day, leads);

    public static ScreenAnswer Screen(string facts, string? from, string? to, string? leads) =>
        Screening.Screen(new ScreenRequest("t", Day(from), Day(to), "33", Facts(facts), leads is null ? null : Facts(leads)), Book);

    /// <summary>The one result for article 338.</summary>
    public static ScreenResult Pollution(string facts, string? day = "2024-06-01", string? leads = null) => Assert.Single(Screen(facts, day, leads).Results);

    public static FactSet Facts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FactSet.FromJson(document.RootElement);
    }

    /// <summary>Local time, "2026-09-23 10:00".</summary>
    public static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneStrictly(WorkCalendar.Zone).ToInstant();

    public static LocalDate? Day(string? iso) => iso is null ? null : LocalDatePattern.Iso.Parse(iso).Value;

    public static IEnumerable<string> Ids(this IEnumerable<ThresholdRow> rows) => rows.Select(row => row.Id);
}
