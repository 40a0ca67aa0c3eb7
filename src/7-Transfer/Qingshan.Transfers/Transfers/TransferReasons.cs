using Qingshan.Record.Reasons;

namespace Qingshan.Transfers.Transfers;

/// <summary>Why a command on a transfer is refused.</summary>
public static class TransferReasons
{
    public static readonly Reason AlreadyUnderWay = new(
        "transfer.already-under-way", ReasonKind.Conflict,
        "本案已有移送在办理，不能重复报批。",
        "A transfer of this case is under way already.");

    public static readonly Reason NoReceiver = new(
        "transfer.no-receiver", ReasonKind.RuleBroken,
        "通讯录中没有同级公安机关或检察机关，不能移送。",
        "The directory has no police or procuratorate of the same level, so there is nobody to send to.",
        "国务院令310号 5");

    public static readonly Reason OwnAct = new(
        "transfer.own-act", ReasonKind.Forbidden,
        "不能审批自己提交的报告。",
        "Nobody approves his own act.");

    public static readonly Reason OwnHandOver = new(
        "transfer.own-hand-over", ReasonKind.Forbidden,
        "移交人不能自己确认接收，须由公安机关的接收人确认。",
        "Nobody acknowledges what he handed over himself: it is for the police who received it.",
        "环环监〔2017〕17号 10");

    public static readonly Reason WrongStep = new(
        "transfer.wrong-step", ReasonKind.RuleBroken,
        "该移送现为“{stepZh}”，不能执行此操作；可能他人已先办理，请查看最新状态。",
        "The transfer is {stepEn} now, so this cannot be done; somebody may have been quicker. Look at its newest state.");

    public static readonly Reason AlreadyAccepted = new(
        "transfer.already-accepted", ReasonKind.Conflict,
        "该移送已由{officer}受案。",
        "This transfer was accepted already by {officer}.");

    public static readonly Reason TextMissing = new(
        "transfer.text-missing", ReasonKind.Invalid,
        "此项必须填写。",
        "This field is required.");

    public static readonly Reason NoLetter = new(
        "transfer.no-letter", ReasonKind.RuleBroken,
        "案件移送书尚未制作，不能移送。",
        "The letter of transfer was not made yet.",
        "环环监〔2017〕17号 6");

    public static readonly Reason FileChanged = new(
        "transfer.file-changed", ReasonKind.RuleBroken,
        "案卷在制作移送书（{number}）之后有变化，移送书所附清单与案卷不一致，请重新制作移送书。",
        "The file has changed since the letter {number} was made, so its lists no longer say what would go. Make the letter again.",
        "环环监〔2017〕17号 6");

    public static readonly Reason NotAsked = new(
        "transfer.not-asked", ReasonKind.Invalid,
        "公安机关没有要求补充此项材料：{document}。",
        "The police did not ask for this document: {document}.");

    public static readonly Reason UnknownDocument = new(
        "transfer.unknown-document", ReasonKind.Invalid,
        "移送材料清单中没有这一项：{document}。",
        "The checklist of a transfer has no such document: {document}.");

    public static readonly Reason NothingMissing = new(
        "transfer.nothing-missing", ReasonKind.Invalid,
        "请写明缺少的材料。",
        "Say which documents are missing.");

    public static readonly Reason FileMissing = new(
        "transfer.file-missing", ReasonKind.Invalid,
        "请选择文件，并等待上传完成。",
        "Choose a file and wait until it is uploaded.");

    public static readonly Reason UnknownFile = new(
        "transfer.unknown-file", ReasonKind.Invalid,
        "找不到已上传的文件（SHA-256 {sha256}），请重新上传。",
        "No uploaded file has the hash SHA-256 {sha256}. Upload it again.");

    public static readonly Reason NoItems = new(
        "transfer.no-items", ReasonKind.RuleBroken,
        "本案没有需要移交的涉案物品。",
        "The case holds no objects to hand over.");

    public static readonly Reason BadDays = new(
        "transfer.bad-days", ReasonKind.Invalid,
        "立案审查期限只能延长为 7 日或 30 日。",
        "The filing clock can only become 7 or 30 days.",
        "环环监〔2017〕17号 9");

    public static readonly Reason HeadNeeded = new(
        "transfer.head-needed", ReasonKind.Forbidden,
        "30 日的期限须经县级以上公安机关负责人批准。",
        "The 30 days need the approval of the head of a police organ at county level or above.",
        "环环监〔2017〕17号 9");

    public static readonly Reason UnknownAgency = new(
        "transfer.unknown-agency", ReasonKind.Invalid,
        "没有这个公安机关：{agency}。",
        "There is no such police organ: {agency}.");
}
