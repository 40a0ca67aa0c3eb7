using DocumentFormat.OpenXml.Packaging;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Law;
using Qingshan.Law.Clocks;
using Qingshan.Law.Documents;
using Qingshan.Law.Thresholds;
using Qingshan.Record.Attachments;
using Qingshan.Record.Bundles;
using Qingshan.Record.Entries;
using Qingshan.Sensing.Accounting;
using Qingshan.Signals.Signals;
using Qingshan.Transfers.Supervision;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Tests.Story;

/// <summary>The story as a whole: from frames on the wire to drums handed over, across the Mid-Autumn holiday and National Day of 2026.</summary>
public sealed class StoryTests(StorySite site) : IClassFixture<StorySite>
{
    private readonly Dictionary<string, Officer> signedIn = [];
    private Proceeding story = null!;

    [Fact]
    public async Task Story_FromFrameToHandOver_EveryStepAsTheLawSays()
    {
        await OneSignalForTheEventAsync();
        await DutyOfficerSendsATaskAsync();
        await OfficersWorkOnSiteAsync();
        await CaseIsALeadUntilTheLaboratorySpeaksAsync();
        await AFineCannotTakeThePlaceOfTheTransferAsync();
        await TheHeadApprovesAndTheFileGoesOutAsync();
        await ThePoliceAcceptAtOnceAsync();
        await TheClockRunsOnWhileTheFileIsSupplementedAsync();
        await ThePoliceFileAndTellTheAgencyAsync();
        await TheDrumsChangeHandsAsync();
        await TheProcuratorSeesTheClocksAsync();
        await TheBundleProvesItOfflineAsync();
    }

    private async Task OneSignalForTheEventAsync()
    {
        var report = Assert.Single(site.Service<IAccounting>().Report());
        Assert.True(report.Balanced);
        Assert.Equal(StorySite.DemoFrames, report.Received);
        Assert.Equal(StorySite.DemoFrames - 1, report.Decoded);
        Assert.Equal([new("sensing.crc", 1)], report.Rejected);

        await StorySite.UntilAsync(() => site.Service<SignalQueries>().List().Count > 0, "the signal was raised");
        var row = Assert.Single(site.Service<SignalQueries>().List());
        story = new Proceeding(site, row.Id, post => signedIn[post]);
        await StorySite.UntilAsync(async () => (await story.SignalAsync()).Measured?.LastAt >= SiteTimes.At("2026-09-23 09:50"), "the whole event was seen");
        var signal = await story.SignalAsync();
        var raised = signal.Raised!;
        Assert.Equal(("EX-01", "2", "ent-electroplating", "DW001", "w20117"), (raised.Rule, raised.RuleVersion, raised.Enterprise, raised.Outlet, raised.Factor));
        Assert.Equal("centre-zs", raised.Owner);
        Assert.Equal("0.5 mg/L", raised.Limit.ToString());
        Assert.Equal("registered device; password and bound address match", raised.Authentication.En);
        Assert.Contains(raised.LegalBasis, basis => basis.Zh.Contains("《行政处罚法》第41条", StringComparison.Ordinal));
        Assert.Equal(3, raised.LookNext.Count);
        var measured = signal.Measured!;
        Assert.Equal(SiteTimes.At("2026-09-23 09:00"), measured.StartedAt);
        Assert.Equal("2.61 mg/L 3.10 mg/L", $"{measured.Lowest} {measured.Peak}");
        Assert.Equal(5.2m, signal.TimesOver);
    }

    private async Task DutyOfficerSendsATaskAsync()
    {
        await SignInAsync(Posts.Duty, Posts.Inspector, Posts.SecondInspector, Posts.Laboratory, Posts.Head);
        var early = await story.DoAsync(Posts.Duty, $"/api/signal/{story.Signal}/send-task", new { agency = "env-zs", what = "现场检查" });
        early.Refused(422, "signal.not-confirmed");
        await story.ConfirmAsync();
        (await story.DoAsync(Posts.Duty, $"/api/signal/{story.Signal}/confirm", new { note = "再次" })).Refused(409, "signal.already-decided");
        await story.SendTaskAsync();
        Assert.Equal(SignalState.Confirmed, (await story.SignalAsync()).State);
    }

    private async Task OfficersWorkOnSiteAsync()
    {
        site.Clock.MoveTo("2026-09-23 10:50");
        (await story.DoAsync(Posts.Inspector, $"/api/task/{story.Task}/accept", new { })).Ok();
        var alone = new { arrivedAt = SiteTimes.Iso("2026-09-23 10:50"), leftAt = SiteTimes.Iso("2026-09-23 10:50"), findings = "直排" };
        (await story.DoAsync(Posts.Inspector, $"/api/task/{story.Task}/record-check", alone)).Refused(422, "task.two-officers");
        site.Clock.MoveTo("2026-09-23 11:00");
        (await story.DoAsync(Posts.SecondInspector, $"/api/task/{story.Task}/accept", new { })).Ok();
        site.Clock.MoveTo("2026-09-23 12:30");
        await story.CheckAsync(SiteTimes.Iso("2026-09-23 11:20"), SiteTimes.Iso("2026-09-23 12:10"));
        await story.TakeSampleAsync("SF-2026-001", SiteTimes.Iso("2026-09-23 11:40"));
        await story.SeizeAsync(SiteTimes.Iso("2026-09-23 11:55"));
        await story.PhotoAsync(1, SiteTimes.Iso("2026-09-23 11:30"));
        await story.PhotoAsync(2, SiteTimes.Iso("2026-09-23 11:35"));
        (await story.DoAsync(Posts.Inspector, $"/api/task/{story.Task}/finish", new { summary = "现场工作完成" })).Ok();
        var task = await story.TaskAsync();
        Assert.Equal(["lin-yuan", "zhou-hengzhou"], task.Officers.Select(o => o.Officer));
        Assert.All(task.Officers, o => Assert.NotEmpty(o.Certificate));
        Assert.Equal(2, task.Photos.Count);
        Assert.Equal([.. Proceeding.Png, 1], await ReadAsync(task.Photos[0].Sha256));
    }

    private async Task CaseIsALeadUntilTheLaboratorySpeaksAsync()
    {
        site.Clock.MoveTo("2026-09-23 13:30");
        await story.OpenCaseAsync("舟环立〔2026〕1号");
        await story.TakeTaskAsync();
        Assert.Equal("lin-yuan zhou-hengzhou", (await story.CaseAsync()).Evidence.Single(item => item.Document == "inspection_record").MadeBy);
        await story.AddInquiryAsync(SiteTimes.Iso("2026-09-23 13:00"));
        var before = await story.CaseAsync();
        var reading = before.Facts.Single(fact => fact.Name == "concentration_mg_l");
        Assert.Equal((FactStanding.Lead, "3.10"), (reading.Standing, reading.Value));
        var undetermined = Assert.Single(Screened(before));
        Assert.Equal((Reached.Undetermined, TransferDuty.None), (undetermined.Reached, before.Duty));
        Assert.Equal(CaseStage.Administrative, before.Stage);

        site.Clock.MoveTo("2026-09-23 17:40");
        await story.ReceiveSampleAsync();
        await story.RecordResultAsync("2.90 mg/L", SiteTimes.Iso("2026-09-23 17:40"));
        Assert.Equal(TransferDuty.None, (await story.CaseAsync()).Duty);
        await story.TakeResultAsync();
        var after = await story.CaseAsync();
        var reached = Assert.Single(Screened(after));
        Assert.Equal(Reached.Yes, reached.Reached);
        Assert.Equal(["PE-C03"], reached.Rows.Select(found => found.Id));
        Assert.Equal((TransferDuty.Open, CaseStage.AdministrativeReached), (after.Duty, after.Stage));
        Assert.Equal(("污染环境罪", "338"), (after.DutyGround!.Offence, after.DutyGround.Article));
        Assert.Equal(SiteTimes.At("2026-09-23 17:40"), after.DutySince);
    }

    private async Task AFineCannotTakeThePlaceOfTheTransferAsync()
    {
        var fine = await story.DoAsync(Posts.Head, $"/api/case/{story.Case}/decide-fine", new { number = "舟环罚〔2026〕1号", amount = "100000 CNY" });
        Assert.Contains("PE-C03", fine.Refused(422, "case.duty-open").Zh, StringComparison.Ordinal);
        Assert.Equal("行政处罚法 27、82；国务院令310号 3、11", fine.Body.GetProperty("article").GetString());
        (await story.DoAsync(Posts.Inspector, $"/api/case/{story.Case}/close", new { ending = "fine", reason = "已处罚" })).Refused(422, "case.duty-open");
    }

    private async Task TheHeadApprovesAndTheFileGoesOutAsync()
    {
        site.Clock.MoveTo("2026-09-23 18:10");
        await story.ReportAsync();
        await AssertClockAsync("K01", "2026-09-28 23:59:59", ClockState.Running);
        (await story.DoAsync(Posts.Inspector, $"/api/transfer/{story.Transfer}/approve", new { })).Refused(403, "access.forbidden");
        (await story.DoAsync(Posts.Inspector, $"/api/transfer/{story.Transfer}/make-letter", new { number = "舟环移〔2026〕1号", phone = "0580-0000000" })).Refused(422, "transfer.wrong-step");

        await NextMorningAsync("2026-09-24 08:30", Posts.Head, Posts.Inspector, Posts.Police, Posts.PoliceHead, Posts.Procurator);
        // Whether anything of it can be seen yet: before it is sent, nothing of it exists for the police.
        (await story.DoAsync(Posts.Police, $"/api/transfer/{story.Transfer}/accept", new { })).Refused(404, "access.not-found");
        await story.ApproveAsync();
        await AssertClockAsync("K01", "2026-09-28 23:59:59", ClockState.Met);
        await AssertClockAsync("K02", "2026-09-25 08:30:00", ClockState.Running);
        (await story.DoAsync(Posts.Inspector, $"/api/transfer/{story.Transfer}/send", new { })).Refused(422, "transfer.no-letter");

        site.Clock.MoveTo("2026-09-24 09:05");
        await story.MakeLetterAsync();
        await TheLetterIsAWordDocumentAsync();
        await TheFileLacksTheSketchAsync();
        await story.SendAsync();
        await AssertClockAsync("K02", "2026-09-25 08:30:00", ClockState.Met);
        await AssertClockAsync("K03", "2026-09-24 23:59:59", ClockState.Running);
        await TheCopyCameInTheSameCommitAsync();
    }

    private async Task TheLetterIsAWordDocumentAsync()
    {
        var letter = (await story.TransferAsync()).Letter!;
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", letter.MediaType);
        using var stored = new MemoryStream(await ReadAsync(letter.Sha256));
        using var document = WordprocessingDocument.Open(stored, isEditable: false);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All(
            ["案件移送书", "舟环移〔2026〕1号", "舟山市公安局（示范）", "舟山示范电镀有限公司", "污染环境罪", "林予安", "含铬废液桶", "2 桶"],
            said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    private async Task TheFileLacksTheSketchAsync()
    {
        var findings = site.Service<TransferFile>().Check(await story.TransferAsync(), await story.CaseAsync());
        Assert.Equal(7, findings.Select(finding => finding.Requirement.Group).Distinct().Count());
        Assert.Equal(["site_sketch"], findings.Where(finding => finding.State == DocumentState.Missing).SelectMany(finding => finding.Requirement.AnyOf));
    }

    private async Task TheCopyCameInTheSameCommitAsync()
    {
        var copy = Assert.Single((await story.SupervisionAsync()).Entries);
        var sent = (await story.TransferAsync()).History.Single(entry => entry.Body is TransferSent);
        var discharged = (await site.Record.ReadAsync(new StreamId("case", story.Case))).Entries[^1];
        Assert.IsType<TransferDutyDischarged>(discharged.Body);
        Assert.Equal("proc-zs", Assert.IsType<CopyReceived>(copy.Body).Procuratorate);
        Assert.Equal((sent.RecordedAt, sent.RecordedAt), (copy.RecordedAt, discharged.RecordedAt));
        Assert.Equal([sent.Position, sent.Position + 1, sent.Position + 2], [sent.Position, discharged.Position, copy.Position]);
        Assert.Equal(CaseStage.Transferred, (await story.CaseAsync()).Stage);
    }

    private async Task ThePoliceAcceptAtOnceAsync()
    {
        site.Clock.MoveTo("2026-09-24 09:30");
        await story.SignReceiptAsync();
        site.Clock.MoveTo("2026-09-24 10:00");
        await story.AcceptAsync();
        await AssertClockAsync("K03", "2026-09-24 23:59:59", ClockState.Met);
        // Three natural days end on Sunday 27 September, in the holiday: Monday the 28th.
        await AssertClockAsync("K06", "2026-09-28 23:59:59", ClockState.Running);
        var second = await story.DoAsync(Posts.PoliceHead, $"/api/transfer/{story.Transfer}/accept", new { number = "舟公受〔2026〕2号" });
        Assert.Contains("顾长禾", second.Refused(409, "transfer.already-accepted").Zh, StringComparison.Ordinal);
    }

    private async Task TheClockRunsOnWhileTheFileIsSupplementedAsync()
    {
        site.Clock.MoveTo("2026-09-24 15:00");
        (await story.DoAsync(Posts.Police, $"/api/transfer/{story.Transfer}/find-incomplete", new { missing = new[] { "site_sketch" }, note = "缺现场勘验图" })).Ok();
        await AssertClockAsync("K04", "2026-09-25 10:00:00", ClockState.Met);
        await AssertClockAsync("K05", "2026-09-28 23:59:59", ClockState.Running);
        await AssertClockAsync("K06", "2026-09-28 23:59:59", ClockState.Running);

        await NextMorningAsync("2026-09-25 11:00", Posts.Inspector);
        var sha256 = await story.Officer(Posts.Inspector).UploadAsync("勘验图.png", "image/png", [.. Proceeding.Png, 3]);
        (await story.DoAsync(Posts.Inspector, $"/api/transfer/{story.Transfer}/supplement", new { document = "site_sketch", title = "现场勘验图", sha256 })).Ok();
        Assert.Equal(sha256, (await story.CaseAsync()).Evidence.Single(item => item.Document == "site_sketch").Sha256);
        await AssertClockAsync("K05", "2026-09-28 23:59:59", ClockState.Met);
        await AssertClockAsync("K06", "2026-09-28 23:59:59", ClockState.Running);
        var findings = site.Service<TransferFile>().Check(await story.TransferAsync(), await story.CaseAsync());
        Assert.DoesNotContain(findings, finding => finding.State == DocumentState.Missing);
    }

    private async Task ThePoliceFileAndTellTheAgencyAsync()
    {
        await NextMorningAsync("2026-09-28 09:00", Posts.Police, Posts.PoliceHead, Posts.Inspector);
        await story.FileAsync();
        await AssertClockAsync("K06", "2026-09-28 23:59:59", ClockState.Met);
        await AssertClockAsync("K08", "2026-10-08 23:59:59", ClockState.Running);
        var file = await story.CaseAsync();
        Assert.Equal((CaseStage.Criminal, "psb-zs", "舟公（环）立字〔2026〕1号"), (file.Stage, file.Lead, file.FilingNumber));
        Assert.Equal(["env-zs"], file.FormerOwners);
        Assert.Equal(["gu-changhe"], file.Team);
        await TheFormerOwnerSeesHowItStandsAndNoMoreAsync();

        site.Clock.MoveTo("2026-09-28 16:00");
        (await story.DoAsync(Posts.Police, $"/api/transfer/{story.Transfer}/notify-agency", new { number = "舟公通〔2026〕1号" })).Ok();
        await AssertClockAsync("K08", "2026-10-08 23:59:59", ClockState.Met);
        await AssertClockAsync("K09", "2026-10-08 23:59:59", ClockState.Running);
    }

    private async Task TheFormerOwnerSeesHowItStandsAndNoMoreAsync()
    {
        var former = site.Acting(Posts.Inspector);
        var seen = (await site.Service<ReadDesk>().ReadAsync<Case>(former, new StreamId("case", story.Case))).Require();
        Assert.Equal((AccessLevel.Summary, Relation.FormerOwner), (seen.Access.Level, seen.Access.Relation));
        var fact = new { name = "illegal_gains_yuan", item = "", value = "1", basis = "账册" };
        (await story.DoAsync(Posts.Inspector, $"/api/case/{story.Case}/add-fact", fact)).Refused(403, "access.forbidden");
        await SignInAsync(Posts.DistrictInspector);
        (await story.DoAsync(Posts.DistrictInspector, $"/api/case/{story.Case}/add-fact", fact)).Refused(404, "access.not-found");
    }

    private async Task TheDrumsChangeHandsAsync()
    {
        await NextMorningAsync("2026-09-29 09:00", Posts.Inspector);
        (await story.DoAsync(Posts.Inspector, $"/api/transfer/{story.Transfer}/confirm-notice-received", new { })).Ok();
        await AssertClockAsync("K09", "2026-10-08 23:59:59", ClockState.Running);
        await NextMorningAsync("2026-09-30 10:00", Posts.Inspector, Posts.Police);
        (await story.DoAsync(Posts.Police, $"/api/transfer/{story.Transfer}/acknowledge-items", new { })).Refused(422, "transfer.wrong-step");
        (await story.DoAsync(Posts.Inspector, $"/api/transfer/{story.Transfer}/hand-over-items", new { place = "市局暂存库", condition = "封条完好" })).Ok();
        await AssertClockAsync("K09", "2026-10-08 23:59:59", ClockState.Running);
        site.Clock.MoveTo("2026-09-30 11:00");
        (await story.DoAsync(Posts.Police, $"/api/transfer/{story.Transfer}/acknowledge-items", new { remarks = "数量相符" })).Ok();
        await AssertClockAsync("K09", "2026-10-08 23:59:59", ClockState.Met);
        var transfer = await story.TransferAsync();
        var item = Assert.Single(transfer.HandedOver!.Items);
        Assert.Equal(("含铬废液桶", "2 桶", "lin-yuan", "gu-changhe"), (item.Name, item.Amount.ToString(), transfer.HandedOver.Officer, transfer.Acknowledged!.Officer));
    }

    private async Task TheProcuratorSeesTheClocksAsync()
    {
        var procurator = site.Acting(Posts.Procurator);
        var desk = site.Service<ReadDesk>();
        var row = Assert.Single(desk.Filter(procurator, site.Service<TransferQueries>().List(), transfer => transfer.Subject));
        Assert.Equal((story.Transfer, AccessLevel.Full), (row.Row.Id, row.Level));
        var events = site.Service<TransferQueries>().Events()[story.Transfer].Select(e => new ClockEvent(e.Event, Qingshan.Record.Views.ViewTime.Parse(e.At)));
        Assert.Equal(
            ["K01 Met", "K02 Met", "K03 Met", "K04 Met", "K05 Met", "K06 Met", "K08 Met", "K09 Met"],
            TransferClocks.Of(events, site.Clock.Now, site.Service<StatuteBook>()).Select(clock => $"{clock.Rule.Id} {clock.State}"));
        var file = (await desk.ReadAsync<Case>(procurator, new StreamId("case", story.Case))).Require();
        Assert.Equal(AccessLevel.Summary, file.Access.Level);
        var opened = (await desk.ReadAsync<Case>(site.Acting(Posts.Procurator, "supervision"), new StreamId("case", story.Case))).Require();
        Assert.Equal(AccessLevel.Full, opened.Access.Level);
        Assert.Empty(site.Service<CaseQueries>().List(duty: "Open"));
    }

    private async Task TheBundleProvesItOfflineAsync()
    {
        using var scratch = new Scratch();
        var bundle = scratch["case.zip"];
        var summary = await StoryBundle.ExportAsync(site, story, bundle);
        Assert.Equal((5, 0), (summary.Attachments, summary.Withheld));
        var trust = StoryBundle.Trust(site);
        Assert.Equal(
            new Verification(true, $"verified: {summary.Entries} entries, 5 attachments, signed by site, witnessed by bureau, police, procuratorate"),
            BundleVerifier.Verify(bundle, trust, []));
        Assert.Equal("consistent, but signer unknown", BundleVerifier.Verify(bundle, null, []).Line);
        var bytes = await File.ReadAllBytesAsync(bundle);
        for (var i = 0; i < bytes.Length; i += 1499)
        {
            bytes[i] ^= 1;
            await File.WriteAllBytesAsync(bundle, bytes);
            bytes[i] ^= 1;
            Assert.False(BundleVerifier.Verify(bundle, trust, []).Verified, $"byte {i} of {bytes.Length}");
        }
    }

    private IEnumerable<ScreenResult> Screened(Case state) => site.Service<CaseScreening>().Screen(state).Results;

    private async Task AssertClockAsync(string rule, string due, ClockState state)
    {
        var transfer = await story.TransferAsync();
        var clock = Assert.Single(TransferClocks.Of(transfer, site.Clock.Now, site.Service<StatuteBook>()), clock => clock.Rule.Id == rule);
        Assert.Equal((due, state), (SiteTimes.Text(clock.DueAt), clock.State));
    }

    private async Task<byte[]> ReadAsync(string sha256)
    {
        await using var stream = site.Service<IAttachmentStore>().Open(sha256);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    // A session ends after a night without a request.
    private Task NextMorningAsync(string siteTime, params string[] posts)
    {
        site.Clock.MoveTo(siteTime);
        return SignInAsync(posts);
    }

    private async Task SignInAsync(params string[] posts)
    {
        foreach (var post in posts)
            signedIn[post] = await site.SignInAsync(post);
    }
}
