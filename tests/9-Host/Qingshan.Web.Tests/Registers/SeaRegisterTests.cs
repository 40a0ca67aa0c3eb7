using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Qingshan.Directory.Accounts;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.Registers;

/// <summary>Vessels and zones over HTTP: reading, preview, import, export.</summary>
[Collection("story site")]
public sealed class SeaRegisterTests(StorySite site)
{
    private const string Head = "id,name,mmsi,type,port,division,demo\n";

    [Fact]
    public async Task TheDemosVesselsAndZones_AreListed_EachPostSeeingWhatItMay()
    {
        var seen = (await site.As(Posts.Inspector).GetAsync("/api/vessel?q=示范渔9")).Ok().Body.EnumerateArray().ToList();
        Assert.Equal(16, seen.Count);
        Assert.All(seen, row => Assert.Equal(("full", 9), (row.GetProperty("level").GetString(), row.GetProperty("mmsi").GetString()!.Length)));
        var outside = (await site.As(Posts.Laboratory).GetAsync("/api/vessel?q=示范渔9")).Ok().Body.EnumerateArray().ToList();
        Assert.Equal(16, outside.Count);
        Assert.All(outside, row => Assert.Equal(("summary", JsonValueKind.Null), (row.GetProperty("level").GetString(), row.GetProperty("mmsi").ValueKind)));
        var zones = (await site.As(Posts.Inspector).GetAsync("/api/zone")).Ok().Body.EnumerateArray().ToDictionary(row => row.GetProperty("id").GetString()!, row => row.GetProperty("inForce").GetBoolean());
        Assert.Equal(
            [("HSEAS-SWA", true), ("MOA-2017-HB-1", false), ("MOA-2017-LN", false), ("MOA-2017-TJ", false), ("ZS-2006-33", false), ("zone-closed-demo", true)],
            zones.Where(zone => zone.Key.StartsWith("MOA", StringComparison.Ordinal) || zone.Key is "HSEAS-SWA" or "ZS-2006-33" or "zone-closed-demo")
                .OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => (zone.Key, zone.Value)));
    }

    [Fact]
    public async Task AVessel_IsOpenToWhoServesItsPort_AndItsFormerNameFindsIt()
    {
        var duty = site.As(Posts.Duty);
        var found = Assert.Single((await duty.GetAsync("/api/vessel?q=示范货88")).Ok().Body.EnumerateArray());
        Assert.Equal("vessel-sand-carrier-01", found.GetProperty("id").GetString());
        var vessel = (await duty.GetAsync("/api/vessel/vessel-sand-carrier-01")).Ok().Body;
        Assert.Equal("413000188", vessel.GetProperty("vessel").GetProperty("formerMmsis")[0].GetProperty("text").GetString());
        Assert.Equal("示范数据", vessel.GetProperty("history")[0].GetProperty("why").GetString());
        Assert.Equal(JsonValueKind.Null, (await site.As(Posts.Laboratory).GetAsync("/api/vessel/vessel-sand-carrier-01")).Ok().Body.GetProperty("vessel").ValueKind);
        (await duty.GetAsync("/api/vessel/no-such")).Refused(404, "access.not-found");
        Assert.Contains("示范货 88", (await duty.GetAsync("/registers/vessels/vessel-sand-carrier-01")).Ok().Text, StringComparison.Ordinal);
        Assert.Contains("示范通告〔2026〕1号（虚构） 第一条", (await duty.GetAsync("/registers/zones/zone-closed-demo")).Ok().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImport_TakesTheChosenRows_OnceAndWithWhoAndWhy()
    {
        var duty = site.As(Posts.Duty);
        var count = site.Record.Count;
        var file = Encoding.UTF8.GetBytes($"{Head}test-a,<script>alert(1)</script>,412900001,捕捞渔船,沈家门,330903,true\ntest-b,乙,412900002,货船,定海,330902,true\ntest-c,丙,0,货船,定海,330902,true");
        var preview = (await PreviewAsync(duty, "vessel", file)).Ok().Body;
        Assert.Equal((2, 1, count), (preview.GetProperty("new").GetInt32(), preview.GetProperty("refused").GetInt32(), site.Record.Count));
        Assert.Equal("registry.mmsi-length", preview.GetProperty("rows")[2].GetProperty("problems")[0].GetProperty("code").GetString());
        (await duty.DoAsync("/api/import/apply", Apply(preview, "示范导入", [4]))).Refused(422, "exchange.row-refused");
        (await duty.DoAsync("/api/import/apply", Apply(preview, " ", [2]))).Refused(400, "exchange.why-missing");
        (await duty.DoAsync("/api/import/apply", Apply(preview, "示范导入", []))).Refused(422, "exchange.nothing-to-import");
        Assert.Equal(count, site.Record.Count);

        (await duty.DoAsync("/api/import/apply", Apply(preview, "示范导入", [2]), key: "import-once")).Ok();
        Assert.Equal(count + 2, site.Record.Count);
        (await duty.DoAsync("/api/import/apply", Apply(preview, "示范导入", [2]), key: "import-once")).Ok();
        Assert.Equal(count + 2, site.Record.Count);
        // The register is no longer what the preview saw.
        (await duty.DoAsync("/api/import/apply", Apply(preview, "示范导入", [3]))).Refused(409, "exchange.register-changed");

        var history = (await duty.GetAsync("/api/vessel/test-a")).Ok().Body.GetProperty("history")[0];
        Assert.Equal(("示范导入", 2, preview.GetProperty("file").GetString(), "xu-lanxi"),
            (history.GetProperty("why").GetString(), history.GetProperty("row").GetInt32(), history.GetProperty("file").GetString(), history.GetProperty("person").GetString()));
        (await duty.GetAsync("/api/vessel/test-b")).Refused(404, "access.not-found");
        var html = (await duty.GetAsync("/registers/vessels?q=412900001")).Ok().Text;
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNotImport_NeitherPreviewsNorImports()
    {
        var inspector = site.As(Posts.Inspector);
        var file = Encoding.UTF8.GetBytes($"{Head}test-z,甲,,货船,,,true");
        (await PreviewAsync(inspector, "vessel", file)).Refused(403, "access.forbidden");
        var preview = (await PreviewAsync(site.As(Posts.Duty), "vessel", file)).Ok().Body;
        (await inspector.DoAsync("/api/import/apply", Apply(preview, "x", null))).Refused(403, "access.forbidden");
        Assert.Equal(403, (await inspector.GetAsync("/registers/import")).Status);
    }

    [Theory]
    [InlineData("vessel", "csv")]
    [InlineData("vessel", "geojson")]
    [InlineData("zone", "csv")]
    [InlineData("zone", "geojson")]
    public async Task AnExport_IsUnchangedWhenItComesBack_AndIsWrittenDown(string register, string format)
    {
        var duty = site.As(Posts.Duty);
        var exported = (await duty.GetAsync($"/api/{register}/export?format={format}")).Ok();
        Assert.Equal(format == "csv" ? "text/csv" : "application/geo+json", exported.MediaType);
        var rows = (await PreviewAsync(duty, register, Encoding.UTF8.GetBytes(exported.Text))).Ok().Body.GetProperty("rows").EnumerateArray().ToList();
        Assert.True(rows.Count >= 12, $"{rows.Count} rows");
        Assert.All(rows, row => Assert.Equal("unchanged", row.GetProperty("outcome").GetString()));
        (await duty.GetAsync($"/api/{register}/export?format=xls")).Refused(400, "web.malformed");
        (await site.As(Posts.Laboratory).GetAsync($"/api/{register}/export?format={format}")).Refused(403, "access.forbidden");
    }

    [Fact]
    public async Task AHundredMegabytes_AreRefusedBeforeTheyTravel()
    {
        var acting = site.Acting(Posts.Duty);
        var session = site.Service<IAccounts>().SignInDemo(acting.Person, Posts.Duty).Require().Token;
        using var line = new TcpClient();
        await line.ConnectAsync(site.Address.Host, site.Address.Port);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT /api/import/files?register=vessel HTTP/1.1\r\nHost: {site.Address.Authority}\r\nCookie: qs-session={session}\r\nContent-Type: application/octet-stream\r\n"
            + $"Content-Length: {100 << 20}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"));
        // Not a byte of the body is sent, and the server does not ask for one.
        using var reader = new StreamReader(line.GetStream());
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("exchange.file-too-large", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheForm_LeadsToAPreview_ThatShowsEveryRow()
    {
        var duty = await site.SignInAsync(Posts.Duty);
        var file = Encoding.UTF8.GetBytes($"{Head}test-form,表单,412900011,货船,定海,330902,true\ntest-bad,坏,412900012,没有这种船,定海,330902,true");
        var page = new HtmlParser().ParseDocument((await duty.GetAsync("/registers/import")).Ok().Text);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("vessel"), "register" },
            { new ByteArrayContent(file), "file", "船.csv" },
        };
        var left = await duty.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/registers/import/file") { Content = form });
        Assert.Equal(303, left.Status);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        var preview = new HtmlParser().ParseDocument((await duty.GetAsync($"/registers/import?register=vessel&datum=&file={sha256}&name=x.csv")).Ok().Text);
        Assert.Equal(["2"], preview.QuerySelectorAll("input[name=rows]").Select(box => box.GetAttribute("value")));
        Assert.Contains("exchange.unknown-word", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("exchange.file-gone", (await duty.GetAsync($"/registers/import?file={new string('0', 64)}")).Ok().Text, StringComparison.Ordinal);
    }

    private static Task<Answer> PreviewAsync(Officer officer, string register, byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return officer.SendAsync(new HttpRequestMessage(HttpMethod.Put, $"/api/import/files?register={register}") { Content = content });
    }

    private static object Apply(JsonElement preview, string why, int[]? rows) => new
    {
        register = preview.GetProperty("register").GetString(),
        file = preview.GetProperty("file").GetString(),
        fileName = "船.csv",
        mark = preview.GetProperty("mark").GetString(),
        all = rows is null,
        rows,
        datum = "",
        why,
    };
}
