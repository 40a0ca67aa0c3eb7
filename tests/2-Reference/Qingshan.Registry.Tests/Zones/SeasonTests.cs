using NodaTime.Text;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Tests.Zones;

public sealed class SeasonTests
{
    [Theory]
    // Whole days: the first and the last one belong to it.
    [InlineData("05-01/09-16", "2026-04-30T23:59", false)]
    [InlineData("05-01/09-16", "2026-05-01T00:00", true)]
    [InlineData("05-01/09-16", "2026-09-16T23:59", true)]
    [InlineData("05-01/09-16", "2026-09-17T00:00", false)]
    [InlineData("07-01/07-01", "2026-07-01T12:00", true)]
    [InlineData("07-01/07-01", "2026-07-02T00:00", false)]
    // From noon until noon: at noon of the last day it is over.
    [InlineData("05-01T12:00/09-16T12:00", "2026-05-01T11:59", false)]
    [InlineData("05-01T12:00/09-16T12:00", "2026-05-01T12:00", true)]
    [InlineData("05-01T12:00/09-16T12:00", "2026-09-16T11:59", true)]
    [InlineData("05-01T12:00/09-16T12:00", "2026-09-16T12:00", false)]
    [InlineData("05-01/09-16T12:00", "2026-05-01T00:00", true)]
    // Over the turn of the year.
    [InlineData("11-15/02-15", "2025-12-31T23:59", true)]
    [InlineData("11-15/02-15", "2026-01-01T00:00", true)]
    [InlineData("11-15/02-15", "2026-02-15T23:59", true)]
    [InlineData("11-15/02-15", "2026-02-16T00:00", false)]
    [InlineData("11-15/02-15", "2026-11-14T23:59", false)]
    [InlineData("12-31T20:00/01-01T08:00", "2026-01-01T07:59", true)]
    [InlineData("12-31T20:00/01-01T08:00", "2026-12-31T19:59", false)]
    // The leap day.
    [InlineData("02-01/02-28", "2028-02-29T12:00", false)]
    [InlineData("02-01/02-29", "2028-02-29T12:00", true)]
    [InlineData("02-01/02-29", "2027-02-28T23:59", true)]
    [InlineData("02-01/02-29", "2027-03-01T00:00", false)]
    [InlineData("02-29/03-31", "2027-02-28T23:59", false)]
    [InlineData("02-29/03-31", "2027-03-01T00:00", true)]
    [InlineData("02-20/03-10", "2028-02-29T12:00", true)]
    // Hours of each day.
    [InlineData("05-01/09-16 08:00-17:00", "2026-06-01T07:59", false)]
    [InlineData("05-01/09-16 08:00-17:00", "2026-06-01T08:00", true)]
    [InlineData("05-01/09-16 08:00-17:00", "2026-06-01T17:00", false)]
    [InlineData("05-01/09-16 08:00-17:00", "2026-09-17T09:00", false)]
    // Hours over midnight belong to the day on which the night began.
    [InlineData("11-01/02-15 22:00-04:00", "2026-11-01T03:59", false)]
    [InlineData("11-01/02-15 22:00-04:00", "2026-11-01T22:00", true)]
    [InlineData("11-01/02-15 22:00-04:00", "2027-02-16T03:59", true)]
    [InlineData("11-01/02-15 22:00-04:00", "2027-02-16T04:00", false)]
    [InlineData("11-01/02-15 22:00-04:00", "2027-02-16T22:00", false)]
    [InlineData("11-01/02-15 22:00-04:00", "2027-01-01T00:00", true)]
    [InlineData("11-01/02-15 22:00-04:00", "2027-01-01T12:00", false)]
    [InlineData("02-01/02-29 22:00-04:00", "2028-03-01T02:00", true)]
    [InlineData("02-01/02-28 22:00-04:00", "2028-03-01T02:00", false)]
    [InlineData("05-01/09-16 18:00-00:00", "2026-06-01T23:59", true)]
    [InlineData("05-01/09-16 18:00-00:00", "2026-06-02T00:00", false)]
    public void ASeason_HoldsExactlyWhenItSays(string season, string local, bool holds) =>
        Assert.Equal(holds, Season.TryParse(season)!.Holds(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value));

    [Theory]
    [InlineData("05-01/09-16", "5月1日至9月16日", "1 May to 16 September")]
    [InlineData("05-01T12:00/09-16T12:00", "5月1日12:00至9月16日12:00", "1 May 12:00 to 16 September 12:00")]
    [InlineData("11-01/02-15 22:00-04:00", "11月1日至2月15日每日22:00-04:00", "1 November to 15 February, daily 22:00-04:00")]
    public void ASeason_ReadsBackWhatItWrites_AndSaysItInWords(string text, string zh, string en)
    {
        var season = Season.TryParse(text)!;
        Assert.Equal((text, zh, en), (season.ToString(), season.Zh, season.En));
    }

    [Theory]
    [InlineData("")]
    [InlineData("05-01")]
    [InlineData("5-1/9-16")]
    [InlineData("05-01/09-31")]
    [InlineData("02-30/03-01")]
    [InlineData("13-01/09-16")]
    [InlineData("05-01T24:00/09-16")]
    [InlineData("05-01T12/09-16")]
    [InlineData("05-01/09-16/10-01")]
    [InlineData("05-01/09-16 08:00")]
    [InlineData("05-01/09-16 08:00-08:00")]
    [InlineData("05-01T12:00/09-16 08:00-17:00")]
    [InlineData("05-01/09-16 08:00-17:00 x")]
    public void WhatIsNoSeason_IsNone(string text) => Assert.Null(Season.TryParse(text));
}
