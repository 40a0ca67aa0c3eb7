using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using NodaTime;
using Qingshan.Directory.Accounts;
using Qingshan.Web.Picture;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.Picture;

/// <summary>The moving picture over HTTP, with 250 invented vessels.</summary>
public sealed class VesselEndpointTests(VesselSite vessels) : IClassFixture<VesselSite>
{
    private StorySite Site => vessels.Site;

    [Fact]
    public async Task Frame_NamesEveryVessel_AndThenOnlyWhatChanged()
    {
        using var http = Signed(Posts.Duty);
        using var all = await http.GetAsync(Address("/api/picture/vessels"));
        Assert.Equal((HttpStatusCode.OK, "application/octet-stream"), (all.StatusCode, all.Content.Headers.ContentType!.MediaType));
        Assert.Equal((250, 1, VesselFrame.HeadSize + (250 * VesselFrame.VesselSize)), await HeadAsync(all));
        var tag = all.Headers.ETag!.Tag;

        using var unchanged = await AskAsync(http, $"/api/picture/vessels?since={tag.Trim('"')}", tag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (unchanged.StatusCode, (await unchanged.Content.ReadAsByteArrayAsync()).Length));

        Site.Clock.Advance(Duration.FromSeconds(2));
        using var changed = await UntilChangedAsync(http, tag);
        Assert.Equal((250, 0), ((await HeadAsync(changed)).Vessels, (await HeadAsync(changed)).Flags));
    }

    [Fact]
    public async Task Frame_AfterARestart_IsComplete()
    {
        using var http = Signed(Posts.Duty);
        using var answer = await http.GetAsync(Address("/api/picture/vessels?since=abc-1"));
        Assert.Equal((250, 1), ((await HeadAsync(answer)).Vessels, (await HeadAsync(answer)).Flags));
    }

    [Fact]
    public async Task Frame_OfThePast_SaysSo_AndIsKnownAgain()
    {
        using var http = Signed(Posts.Duty);
        var at = "/api/picture/vessels?at=" + SiteTimes.Iso(vessels.Fleet.Start - Duration.FromHours(1));
        using var past = await http.GetAsync(Address(at));
        Assert.Equal((250, 3), ((await HeadAsync(past)).Vessels, (await HeadAsync(past)).Flags));
        using var again = await AskAsync(http, at, past.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var empty = await http.GetAsync(Address("/api/picture/vessels?at=2026-09-20T00:00:00Z"));
        Assert.Equal((0, 3), ((await HeadAsync(empty)).Vessels, (await HeadAsync(empty)).Flags));
    }

    [Theory]
    [InlineData("/api/picture/vessels?since=x", "since")]
    [InlineData("/api/picture/vessels?at=yesterday", "at")]
    [InlineData("/api/picture/vessels?at=2099-01-01T00:00:00Z", "at")]
    [InlineData("/api/picture/vessels/list?at=2099-01-01T00:00:00Z", "at")]
    [InlineData("/api/picture/vessels/412900001/track?at=x", "at")]
    public async Task WhatCannotBeRead_IsRefusedByItsField(string path, string field) =>
        (await Site.As(Posts.Duty).GetAsync(path)).RefusedField(400, "web.field-invalid", field);

    [Theory]
    [InlineData("/api/picture/vessels")]
    [InlineData("/api/picture/vessels/list")]
    [InlineData("/api/picture/vessels/412900001/track")]
    [InlineData("/picture/part/vessels")]
    [InlineData("/picture/part/vessel/412900001")]
    [InlineData("/picture/list")]
    [InlineData("/picture/vessels/412900001")]
    public async Task Vessels_AreForThoseWhoReadThePicture(string path)
    {
        Assert.Equal(200, (await Site.As(Posts.Duty).GetAsync(path)).Status);
        Assert.Equal(403, (await Site.As(Posts.Laboratory).GetAsync(path)).Status);
        Assert.Equal(403, (await Site.As("auditor-1").GetAsync(path)).Status);
        using var nobody = Site.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(Address(path))).StatusCode);
    }

    [Fact]
    public async Task List_IsFilteredSortedAndCutIntoPages()
    {
        var all = (await Site.As(Posts.Duty).GetAsync("/api/picture/vessels/list?sort=mmsi&page=3")).Ok().Body;
        Assert.Equal((250, 250, 3, 3, 50), Numbers(all));
        Assert.Equal("412900200", all.GetProperty("vessels")[0].GetProperty("mmsi").GetString());

        // Of eight vessels three are fishing vessels: 0, 1, 2, 8, 9, 10 …
        var fishing = (await Site.As(Posts.Duty).GetAsync("/api/picture/vessels/list?kind=fishing&sort=-mmsi")).Ok().Body;
        Assert.Equal((250, 95, 1, 1, 95), Numbers(fishing));
        Assert.Equal(("412900249", "fishing", 30), (Text(fishing, "mmsi"), Text(fishing, "kind"), fishing.GetProperty("vessels")[0].GetProperty("shipType").GetInt32()));

        var named = (await Site.As(Posts.Duty).GetAsync("/api/picture/vessels/list?q=shifan 00042")).Ok().Body;
        Assert.Equal((250, 1, 1, 1, 1), Numbers(named));
        Assert.Equal(("412900042", "SHIFAN 00042", "BDM42"), (Text(named, "mmsi"), Text(named, "name"), Text(named, "callSign")));

        var numbered = (await Site.As(Posts.Duty).GetAsync("/api/picture/vessels/list?q=412900007&from=0&to=200")).Ok().Body;
        Assert.Equal((250, 1, 1, 1, 1), Numbers(numbered));
        Assert.Equal((6.9m, 25.9m), (numbered.GetProperty("vessels")[0].GetProperty("speed").GetDecimal(), numbered.GetProperty("vessels")[0].GetProperty("course").GetDecimal()));

        var none = (await Site.As(Posts.Duty).GetAsync("/api/picture/vessels/list?zone=unknown")).Ok().Body;
        Assert.Equal((250, 0, 1, 1, 0), Numbers(none));
    }

    [Fact]
    public async Task ListPage_ShowsTheSameFilters_AndLinksThatKeepThem()
    {
        var page = await new HtmlParser().ParseDocumentAsync((await Site.As(Posts.Duty).GetAsync("/picture/list?kind=fishing&sort=-speed")).Ok().Text);
        Assert.Equal("fishing", page.QuerySelector("select[name=kind] option[selected]")!.GetAttribute("value"));
        Assert.Equal(95, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("descending", page.QuerySelector("th:has(a[href='/picture/list?kind=fishing&sort=speed'])")!.GetAttribute("aria-sort"));
        Assert.NotNull(page.QuerySelector("a[href='/picture?kind=fishing']"));
        Assert.Null(page.QuerySelector("a[rel=next]"));

        var first = await new HtmlParser().ParseDocumentAsync((await Site.As(Posts.Duty).GetAsync("/picture/list")).Ok().Text);
        Assert.Equal((100, "/picture/list?page=2"), (first.QuerySelectorAll("tbody tr").Length, first.QuerySelector("a[rel=next]")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Feed_ShowsWhatLiesInView()
    {
        // The first row of the invented sea lies at 29 N; its first ten columns within 0.15 degrees of 121 E.
        var rows = await new HtmlParser().ParseDocumentAsync((await Site.As(Posts.Duty).GetAsync("/picture/part/vessels?box=120,28,121.9,31&kind=cargo")).Ok().Text);
        var expected = (await Site.As(Posts.Duty).GetAsync("/api/picture/vessels/list?kind=cargo")).Ok().Body.GetProperty("vessels").EnumerateArray()
            .Where(vessel => vessel.GetProperty("longitude").GetDouble() <= 121.9).Select(vessel => "vessel-" + vessel.GetProperty("mmsi").GetString()).ToList();
        Assert.True(expected.Count is > 5 and < 60, expected.Count.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected, rows.QuerySelectorAll("li").Select(row => row.GetAttribute("data-map-id")));
    }

    [Fact]
    public async Task Card_SaysWhatTheVesselSays()
    {
        var card = (await Site.As(Posts.Duty).GetAsync("/picture/part/vessel/412900003")).Ok().Text;
        Assert.Contains("SHIFAN 00003", card, StringComparison.Ordinal);
        Assert.Contains("从事捕捞", card, StringComparison.Ordinal);
        Assert.Contains("货船 (70)", card, StringComparison.Ordinal);
        Assert.Contains("4.1 节", card, StringComparison.Ordinal);
        Assert.Contains("北京时间", card, StringComparison.Ordinal);
        (await Site.As(Posts.Duty).GetAsync("/picture/part/vessel/412999999")).Refused(404, "access.not-found");
    }

    [Fact]
    public async Task Track_IsTwoHoursOfPlaces()
    {
        var track = (await Site.As(Posts.Duty).GetAsync("/api/picture/vessels/412900003/track")).Ok().Body;
        var fixes = track.GetProperty("fixes");
        Assert.Equal(("412900003", 121), (track.GetProperty("mmsi").GetString(), fixes.GetArrayLength()));
        Assert.Equal(7200, fixes[120][2].GetInt64() - fixes[0][2].GetInt64());
    }

    private static (int Heard, int Count, int Page, int Pages, int Shown) Numbers(System.Text.Json.JsonElement list) => (
        list.GetProperty("heard").GetInt32(), list.GetProperty("count").GetInt32(), list.GetProperty("page").GetInt32(), list.GetProperty("pages").GetInt32(), list.GetProperty("vessels").GetArrayLength());

    private static string? Text(System.Text.Json.JsonElement list, string member) => list.GetProperty("vessels")[0].GetProperty(member).GetString();

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private HttpClient Signed(string post) => Site.Browser(Site.Service<IAccounts>().SignInDemo(Site.Acting(post).Person, post).Require().Token);

    private static Task<HttpResponseMessage> AskAsync(HttpClient http, string path, string known)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.TryAddWithoutValidation("If-None-Match", known);
        return http.SendAsync(ask);
    }

    // The picture is looked at twice a second, by the machine's own time.
    private static async Task<HttpResponseMessage> UntilChangedAsync(HttpClient http, string tag)
    {
        HttpResponseMessage? changed = null;
        await StorySite.UntilAsync(async () => (changed = await AskAsync(http, $"/api/picture/vessels?since={tag.Trim('"')}", tag)).StatusCode == HttpStatusCode.OK, "the picture changed");
        return changed!;
    }

    private static async Task<(int Vessels, int Flags, int Length)> HeadAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return ((int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(12)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10)), bytes.Length);
    }
}
