using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qingshan.TestKit;
using Qingshan.Web.Formats;

namespace Qingshan.Web.Tests;

public sealed class TypedTimeTests
{
    private static readonly LocalDateTimePattern Shown = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    /// <summary>The table that the browser's parser is tested with too.</summary>
    public static TheoryData<string, string?> Table()
    {
        var data = new TheoryData<string, string?>();
        foreach (var row in JsonSerializer.Deserialize<string?[][]>(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests/9-Host/scripts/typed-times.json")))!)
            data.Add(row[0]!, row[1]);
        return data;
    }

    [Theory, MemberData(nameof(Table))]
    public void Parse_ReadsWhatPeopleType(string typed, string? expected) =>
        Assert.Equal(expected, TypedTime.Parse(typed) is { } read ? Shown.Format(read) : null);

    [Theory]
    [InlineData("2026-02-17T00:00:00Z", "2026-02-17 08:00")]
    [InlineData("2026-02-17T08:00+08:00", "2026-02-17 08:00")]
    [InlineData("2026-02-17T08:00:30.25+0900", "2026-02-17 07:00")]
    [InlineData("2026-02-16T19:30-04:30", "2026-02-17 08:00")]
    public void Parse_MovesATimeWithAnOffsetIntoTheSitesZone(string typed, string expected) => Assert.Equal(expected, Shown.Format(TypedTime.Parse(typed)!.Value));

    [Theory]
    [InlineData("2026-02-17T08:00+19:00")]
    [InlineData("2026-02-17T08:00+08:61")]
    [InlineData("2026-02-17 08:00:60")]
    [InlineData("2026-02-17 08:00\0")]
    public void Parse_RefusesWhatIsNoTime(string typed) => Assert.Null(TypedTime.Parse(typed));

    [Fact]
    public void ParseDate_TakesADateAndNothingElse()
    {
        Assert.Equal(new LocalDate(2026, 2, 17), TypedTime.ParseDate("17022026"));
        Assert.Equal(new LocalDate(2026, 2, 17), TypedTime.ParseDate("2026年2月17日"));
        Assert.Null(TypedTime.ParseDate("17022026 0800"));
    }

    [Fact]
    public void SiteTime_TurnsLocalIntoInstantAndBack()
    {
        var instant = Instant.FromUtc(2026, 2, 17, 0, 0);
        Assert.Equal(new LocalDateTime(2026, 2, 17, 8, 0), SiteTime.ToLocal(instant));
        Assert.Equal(instant, SiteTime.ToInstant(new LocalDateTime(2026, 2, 17, 8, 0)));
        Assert.Equal("2026-02-17 08:00", Figures.Time(instant));
        Assert.Equal("2026-02-17T08:00:00+08:00", Figures.MachineTime(instant));
    }
}
