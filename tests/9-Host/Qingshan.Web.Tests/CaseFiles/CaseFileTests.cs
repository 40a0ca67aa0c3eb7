using System.Net;
using Qingshan.Record.Bundles;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.CaseFiles;

/// <summary>Files and bundles over HTTP, on the whole server.</summary>
[Collection("story site")]
public sealed class CaseFileTests(StorySite site)
{
    [Fact]
    public async Task File_OpensForWhoMayReadItsStream_AndForNobodyElse()
    {
        var story = await Proceeding.RaiseAsync(site);
        await story.ToTaskAsync();
        await story.PhotoAsync(7, SiteTimes.Iso(site.Clock.Now));
        var sha256 = (await story.TaskAsync()).Photos[0].Sha256;
        await story.OpenCaseAsync("舟环立〔2026〕71号");

        using var opened = await GetAsync(Posts.Inspector, $"/api/files/{sha256}?task={story.Task}");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal([.. Proceeding.Png, 7], await opened.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", opened.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("inline", "nosniff"), (opened.Content.Headers.ContentDisposition!.DispositionType, opened.Headers.GetValues("X-Content-Type-Options").Single()));

        var inspector = story.Officer(Posts.Inspector);
        (await inspector.GetAsync($"/api/files/{sha256}?case={story.Case}")).Refused(404, "access.not-found");
        await story.TakeTaskAsync();
        Assert.Equal(200, (await inspector.GetAsync($"/api/files/{sha256}?case={story.Case}")).Status);
        (await inspector.GetAsync($"/api/files/{sha256}")).Refused(404, "access.not-found");
        (await story.Officer(Posts.Police).GetAsync($"/api/files/{sha256}?case={story.Case}")).Refused(404, "access.not-found");
        (await story.Officer(Posts.OtherInspector).GetAsync($"/api/files/{sha256}?case={story.Case}")).Refused(403, "access.forbidden");
    }

    [Fact]
    public async Task Document_IsSavedAndNotShown()
    {
        var story = await Proceeding.RaiseAsync(site);
        await story.ToTaskAsync();
        await story.OpenCaseAsync("舟环立〔2026〕72号");
        await story.AddInquiryAsync(SiteTimes.Iso(site.Clock.Now));
        using var opened = await GetAsync(Posts.Inspector, $"/api/files/{(await story.CaseAsync()).Evidence[0].Sha256}?case={story.Case}");
        Assert.Equal(("application/pdf", "attachment", "调查询问笔录.pdf"), (
            opened.Content.Headers.ContentType!.MediaType, opened.Content.Headers.ContentDisposition!.DispositionType, opened.Content.Headers.ContentDisposition!.FileNameStar));
    }

    [Fact]
    public async Task Bundle_OfASentCase_IsProvedOffline()
    {
        var story = await Proceeding.RaiseAsync(site);
        await story.ToSentAsync();
        (await story.DoAsync(Posts.Inspector, $"/api/case/{story.Case}/add-fact", new { name = "loss_yuan", item = "", value = "1000", basis = "示范" })).Ok();
        using var answer = await GetAsync(Posts.Inspector, $"/cases/{story.Case}/bundle");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        var path = Path.Combine(site.Data, "downloaded.zip");
        await File.WriteAllBytesAsync(path, await answer.Content.ReadAsByteArrayAsync());

        var verified = BundleVerifier.Verify(path, StoryBundle.Trust(site), []);
        Assert.True(verified.Verified, verified.Line);
        Assert.Empty(System.IO.Directory.EnumerateFiles(Path.Combine(site.Data, "exports")));
        (await story.Officer(Posts.OtherInspector).GetAsync($"/cases/{story.Case}/bundle")).Refused(403, "access.forbidden");
    }

    [Fact]
    public async Task Case_AsJson_ByVersion_AndNoSealedNameInIt()
    {
        var story = await Proceeding.RaiseAsync(site);
        await story.ToResultAsync("2.90 mg/L");
        (await story.DoAsync(Posts.Inspector, $"/api/case/{story.Case}/name-party", new { role = "responsible-person", name = "甘示范", idNumber = "330902000000000000" })).Ok();
        var read = (await story.Officer(Posts.Inspector).GetAsync($"/api/case/{story.Case}")).Ok();
        Assert.StartsWith($"\"{read.Version}-", read.ETag, StringComparison.Ordinal);
        Assert.DoesNotContain("甘示范", read.Text, StringComparison.Ordinal);
        Assert.Equal(["PE-C03"], read.Body.GetProperty("content").GetProperty("screening")[0].GetProperty("rows").EnumerateArray().Select(row => row.GetString()));
        var again = new HttpRequestMessage(HttpMethod.Get, $"/api/case/{story.Case}");
        again.Headers.TryAddWithoutValidation("If-None-Match", read.ETag);
        Assert.Equal(304, (await story.Officer(Posts.Inspector).SendAsync(again)).Status);

        // The same bureau, but not on the case: that it is, and who leads.
        var stranger = (await story.Officer(Posts.OtherInspector).GetAsync($"/api/case/{story.Case}")).Ok();
        Assert.Equal(("exists", "env-zs"), (stranger.Body.GetProperty("level").GetString(), stranger.Body.GetProperty("lead").GetString()));
        Assert.DoesNotContain("舟环立", stranger.Text, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string post, string path)
    {
        var browser = site.Browser(site.Service<Directory.Accounts.IAccounts>().SignInDemo(site.Acting(post).Person, post).TryGet(out var session, out _) ? session.Token : null);
        return await browser.GetAsync(new Uri(path, UriKind.Relative));
    }
}
