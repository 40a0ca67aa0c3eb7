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

    public static ScreenAnswer Screen(string facts, string? from, string? to, string? leads, string? province = "33") =>
        Screening.Screen(new ScreenRequest("t", Day(from), Day(to), province, Facts(facts), leads is null ? null : Facts(leads)), Book);

    /// <summary>The one result for an article.</summary>
    public static ScreenResult Result(string article, string facts, string? day, string? province = "33") =>
        Assert.Single(Screen(facts, day, day, null, province).Results, result => result.Offence.Article == article);

    /// <summary>The result for article 338, and no other is raised.</summary>
    public static ScreenResult Pollution(string facts, string? day = "2024-06-01", string? leads = null) => Only("338", Screen(facts, day, leads));

    /// <summary>The result for article 340, and no other is raised.</summary>
    public static ScreenResult Fishing(string facts, string? day = "2024-06-01", string? leads = null) => Only("340", Screen(facts, day, leads));

    /// <summary>The result for article 343, and no other is raised; 33 has no line of its own.</summary>
    public static ScreenResult Mining(string facts, string? day = "2024-06-01", string? province = "33") => Only("343", Screen(facts, day, day, null, province));

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

    private static ScreenResult Only(string article, ScreenAnswer answer)
    {
        var result = Assert.Single(answer.Results);
        Assert.Equal(article, result.Offence.Article);
        return result;
    }
}
