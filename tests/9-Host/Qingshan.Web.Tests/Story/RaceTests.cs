using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Tests.Story;

/// <summary>Two people at once, a stale form, a retry: exactly one thing happens, and everybody is told what.</summary>
[Collection("story site")]
public sealed class RaceTests(StorySite site)
{
    [Fact]
    public async Task ThreeOfficers_AcceptAtOnce_ExactlyOneDoes()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToSentAsync();
        await proceeding.SignReceiptAsync();
        var answers = await Task.WhenAll(
            new[] { Posts.Police, Posts.SecondPolice, Posts.PoliceHead }
                .Select(site.As).Select(officer => officer.DoAsync($"/api/transfer/{proceeding.Transfer}/accept", new { number = officer.Who.Person })));

        var accepted = Assert.Single((await proceeding.TransferAsync()).History.Select(entry => entry.Body).OfType<TransferAccepted>());
        Assert.Equal(accepted.Officer, accepted.Number);
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.Refused(409, "transfer.already-accepted"));
    }

    [Fact]
    public async Task StaleForm_IsRefused_AndTheNewestVersionIsTaken()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        await proceeding.ToResultAsync("2.90 mg/L");
        var inspector = site.As(Posts.Inspector);
        var path = $"/api/case/{proceeding.Case}/name-team";
        var seen = (await proceeding.CaseAsync()).Version;
        (await inspector.DoAsync(path, new { officer = "fang-kecheng" })).Refused(403, "access.forbidden");
        var head = site.As(Posts.Head);
        Assert.Equal(seen + 1, (await head.DoAsync(path, new { officer = "fang-kecheng" }, ifMatch: seen)).Ok().Version);
        var stale = (await head.DoAsync(path, new { officer = "shao-muzhi" }, ifMatch: seen)).Refused(412, "record.stale");
        Assert.Equal((seen + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), stale.Body.GetProperty("details").GetProperty("actual").GetString());
        Assert.Equal($"\"{seen + 2}\"", (await head.DoAsync(path, new { officer = "shao-muzhi" }, ifMatch: seen + 1)).Ok().ETag);
        Assert.Equal(["lin-yuan", "zhou-hengzhou", "fang-kecheng", "shao-muzhi"], (await proceeding.CaseAsync()).Team);
    }

    [Theory]
    [InlineData("If-Match", "yesterday")]
    [InlineData("If-Match", "W/\"3\"")]
    [InlineData("Idempotency-Key", "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk")]
    public async Task Guard_ThatCannotBeRead_IsNotTakenForNone(string header, string value)
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/signal/{proceeding.Signal}/confirm") { Content = StandIns.Json.Of(new { note = "" }) };
        request.Headers.TryAddWithoutValidation(header, value);
        (await site.As(Posts.Duty).SendAsync(request)).RefusedField(400, "web.malformed", header);
        Assert.Equal(Qingshan.Signals.Signals.SignalState.Open, (await proceeding.SignalAsync()).State);
    }

    [Fact]
    public async Task Retry_WithTheSameKey_FirstAnswerAgain()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        var duty = site.As(Posts.Duty);
        var path = $"/api/signal/{proceeding.Signal}/send-task";
        await proceeding.ConfirmAsync();
        var body = new { agency = "env-zs", what = "现场检查" };
        var first = (await duty.DoAsync(path, body, key: "form-1")).Ok();
        Assert.False(first.Body.GetProperty("repeated").GetBoolean());
        Assert.Equal((await proceeding.SignalAsync()).Tasks[0].Task.ToString(), first.Body.GetProperty("created").GetString());
        (await duty.DoAsync(path, new { agency = "env-dh", what = "协助" }, key: "form-2")).Ok();

        var again = (await duty.DoAsync(path, body, key: "form-1")).Ok();
        Assert.True(again.Body.GetProperty("repeated").GetBoolean());
        Assert.All(["id", "version", "recordedAt", "created"], member => Assert.Equal(first.Body.GetProperty(member).ToString(), again.Body.GetProperty(member).ToString()));
        Assert.Equal(first.ETag, again.ETag);
        (await duty.DoAsync(path, new { agency = "env-zs", what = "改为巡查" }, key: "form-1")).Refused(409, "record.key-reused");
        Assert.Equal(["env-zs", "env-dh"], (await proceeding.SignalAsync()).Tasks.Select(sent => sent.Agency));
    }

    [Fact]
    public async Task Retry_OfACommandThatTheRulesWouldNowRefuse_FirstAnswerAgain()
    {
        var proceeding = await Proceeding.RaiseAsync(site);
        var duty = site.As(Posts.Duty);
        var path = $"/api/signal/{proceeding.Signal}/confirm";
        var first = (await duty.DoAsync(path, new { note = "属实" }, key: "confirm")).Ok();
        var again = (await duty.DoAsync(path, new { note = "属实" }, key: "confirm")).Ok();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, first.Body.GetProperty("created").ValueKind);
        Assert.Equal((first.Version, true), (again.Version, again.Body.GetProperty("repeated").GetBoolean()));
        (await duty.DoAsync(path, new { note = "属实" }, key: "another")).Refused(409, "signal.already-decided");
    }
}
