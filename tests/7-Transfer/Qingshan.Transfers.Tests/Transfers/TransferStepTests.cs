using Qingshan.Directory.Commands;
using Qingshan.Record.Reasons;
using Qingshan.Transfers.Transfers;
using static Qingshan.Transfers.Transfers.TransferStep;

namespace Qingshan.Transfers.Tests.Transfers;

/// <summary>Every verb at every step: done where the step allows it, refused by name everywhere else.</summary>
public sealed class TransferStepTests
{
    private static readonly Dictionary<string, (TransferStep[] Steps, Func<TransferScene, CommandContext, Task<Outcome<Done>>> Run)> Verbs = new()
    {
        ["approve"] = ([Reported], (scene, by) => scene.Agency.ApproveAsync(by, "x1", new(), default)),
        ["refuse"] = ([Reported], (scene, by) => scene.Agency.RefuseAsync(by, "x1", new("采样程序存疑"), default)),
        ["make-letter"] = ([Approved], (scene, by) => scene.Agency.MakeLetterAsync(by, "x1", new("移-2", "0580-1"), default)),
        ["send"] = ([Approved], (scene, by) => scene.Agency.SendAsync(by, "x1", new(), default)),
        ["supplement"] = ([], (scene, by) => scene.Agency.SupplementAsync(by, "x1", new("site_sketch", "勘验图", scene.Bench.Files.Photo(1)), default)),
        ["confirm-notice-received"] = ([], (scene, by) => scene.Agency.ConfirmNoticeAsync(by, "x1", new(), default)),
        ["hand-over-items"] = ([], (scene, by) => scene.Agency.HandOverAsync(by, "x1", new("暂存库"), default)),
        ["sign-receipt"] = ([Sent], (scene, by) => scene.Police.SignReceiptAsync(by, "x1", new("回-1"), default)),
        ["accept"] = ([Received], (scene, by) => scene.Police.AcceptAsync(by, "x1", new("受-1"), default)),
        ["find-incomplete"] = ([Accepted], (scene, by) => scene.Police.RequestSupplementAsync(by, "x1", new(["site_sketch"]), default)),
        ["extend-filing-clock"] = ([Accepted], (scene, by) => scene.Police.ExtendFilingClockAsync(by, "x1", new(7, "线索需查证"), default)),
        ["decide-filing"] = ([Accepted], (scene, by) => scene.Police.DecideFilingAsync(by, "x1", new("立字-1"), default)),
        ["refuse-filing"] = ([Accepted], (scene, by) => scene.Police.RefuseFilingAsync(by, "x1", new("不立-1", "证据不足"), default)),
        ["notify-agency"] = ([Filed, NotFiled], (scene, by) => scene.Police.NotifyAgencyAsync(by, "x1", new("通-1"), default)),
        ["acknowledge-items"] = ([], (scene, by) => scene.Police.AcknowledgeItemsAsync(by, "x1", new(), default)),
        ["forward"] = ([Sent, Received], (scene, by) => scene.Police.ForwardAsync(by, "x1", new("police-district", "犯罪地在区"), default)),
        ["return"] = ([Sent, Received], (scene, by) => scene.Police.ReturnAsync(by, "x1", new("不属公安管辖"), default)),
    };

    [Fact]
    public void EveryVerbOnATransfer_IsTried() =>
        Assert.Equal(TransfersModule.Commands.Where(c => c.Kind == Transfer.Kind).Select(c => c.Verb["transfer.".Length..]).Order(), Verbs.Keys.Order());

    [Fact]
    public async Task EveryVerb_AtEveryStep()
    {
        foreach (var (verb, (allowed, run)) in Verbs)
        {
            foreach (var step in Enum.GetValues<TransferStep>())
            {
                var scene = new TransferScene();
                await scene.AtAsync(step);
                var before = scene.Bench.Record.Count;
                var refusal = (await run(scene, scene.Bench.By("officer"))).Refusal;
                var expected = allowed.Contains(step) ? null
                    : verb == "accept" && step is (Accepted or Filed or NotFiled) ? TransferReasons.AlreadyAccepted
                    : TransferReasons.WrongStep;
                Assert.True(expected == refusal?.Reason, $"{verb} at {step}: {refusal?.Reason.Code ?? "done"}");
                Assert.Equal(expected is null, scene.Bench.Record.Count > before);
            }
        }
    }
}
