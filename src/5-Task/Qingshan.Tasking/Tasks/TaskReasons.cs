using Qingshan.Record.Reasons;

namespace Qingshan.Tasking.Tasks;

/// <summary>Why a command on a task is refused.</summary>
public static class TaskReasons
{
    public static readonly Reason UnknownAgency = new(
        "task.unknown-agency", ReasonKind.Invalid,
        "没有这个单位：{agency}。",
        "There is no such agency: {agency}.");

    public static readonly Reason TextMissing = new(
        "task.text-missing", ReasonKind.Invalid,
        "此项必须填写。",
        "This field is required.");

    public static readonly Reason NoCertificate = new(
        "task.no-certificate", ReasonKind.RuleBroken,
        "您没有登记执法证件，不能参加现场执法。",
        "You have no law-enforcement certificate on file, so you cannot take part in enforcement on site.",
        "行政处罚法 42、55");

    public static readonly Reason AlreadyAccepted = new(
        "task.already-accepted", ReasonKind.Conflict,
        "您已接受该任务。",
        "You have accepted this task already.");

    public static readonly Reason TwoOfficers = new(
        "task.two-officers", ReasonKind.RuleBroken,
        "执法人员不得少于两人，且均须持有执法证件，并在该行为结束前已接受任务。",
        "At least two officers are needed, each of whom holds a certificate and had accepted the task by the end of the act.",
        "行政处罚法 42");

    public static readonly Reason InTheFuture = new(
        "task.in-the-future", ReasonKind.Invalid,
        "时间不能晚于现在。",
        "The time lies in the future.");

    public static readonly Reason EndBeforeStart = new(
        "task.end-before-start", ReasonKind.Invalid,
        "结束时间早于开始时间。",
        "The end lies before the start.");

    public static readonly Reason Finished = new(
        "task.finished", ReasonKind.RuleBroken,
        "任务已办结；如需补充，请在案件中添加。",
        "The task is done. Add what is missing to the case.");

    public static readonly Reason NothingSeized = new(
        "task.nothing-seized", ReasonKind.Invalid,
        "清单至少要有一项物品，且数量大于零。",
        "The list needs at least one object with an amount above zero.");

    public static readonly Reason BadAmount = new(
        "task.bad-amount", ReasonKind.Invalid,
        "数量必须大于零。",
        "The amount must be above zero.");

    public static readonly Reason DueInThePast = new(
        "task.due-in-the-past", ReasonKind.Invalid,
        "反馈期限须晚于现在。",
        "The time until which it is asked for must lie ahead.");

    public static readonly Reason FileMissing = new(
        "task.file-missing", ReasonKind.Invalid,
        "请选择文件，并等待上传完成。",
        "Choose a file and wait until it is uploaded.");

    public static readonly Reason UnknownFile = new(
        "task.unknown-file", ReasonKind.Invalid,
        "找不到已上传的文件（SHA-256 {sha256}），请重新上传。",
        "No uploaded file has the hash SHA-256 {sha256}. Upload it again.");

    public static readonly Reason NoCheck = new(
        "task.no-check", ReasonKind.RuleBroken,
        "还没有现场检查记录，不能办结。",
        "There is no record of an on-site check, so the task cannot be finished.");

    public static readonly Reason AlreadyAttached = new(
        "task.already-attached", ReasonKind.Conflict,
        "同一文件（内容相同）已经附上。",
        "The same file (by content) is attached already.");
}
