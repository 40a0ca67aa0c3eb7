using Qingshan.Record.Reasons;

namespace Qingshan.Cases.Cases;

/// <summary>Why a command on a case is refused.</summary>
public static class CaseReasons
{
    public static readonly Reason DutyOpen = new(
        "case.duty-open", ReasonKind.RuleBroken,
        "筛查认为已达到刑事追诉标准（{rows}），必须移送公安机关，不得以罚代刑。如决定不移送，须由单位负责人书面说明理由并通报检察机关。",
        "The screening says that a criminal threshold is reached ({rows}). The case must be transferred; a fine cannot take its place. A decision not to transfer is for the head, in writing, and the procuratorate sees it.",
        "行政处罚法 27、82；国务院令310号 3、11");

    public static readonly Reason NoDuty = new(
        "case.no-duty", ReasonKind.RuleBroken,
        "筛查未认为达到刑事追诉标准，没有移送义务。",
        "The screening does not say that a criminal threshold is reached; there is no duty to transfer.");

    public static readonly Reason AlreadyTransferred = new(
        "case.already-transferred", ReasonKind.Conflict,
        "案件已移送，不能再次处理。",
        "The case was transferred already.");

    public static readonly Reason TransferUnderWay = new(
        "case.transfer-under-way", ReasonKind.Conflict,
        "本案移送正在办理，须先在该移送中有结果：不批准、退回或者公安机关作出决定。",
        "A transfer of this case is under way. It must first come to its end: refused, returned, or decided by the police.");

    public static readonly Reason SampleOpen = new(
        "case.sample-open", ReasonKind.RuleBroken,
        "样品 {sample} 的检测结果尚未全部出具或者尚未入卷，不能决定罚款或者结案。",
        "Results of sample {sample} are still to come or not yet in the file, so there can be no fine and no end.",
        "行政处罚法 27、57");

    public static readonly Reason NoFine = new(
        "case.no-fine", ReasonKind.RuleBroken,
        "本案没有罚款决定，不能以作出处罚结案。",
        "No fine was decided in this case, so it cannot end with one.");

    public static readonly Reason BelowEvidence = new(
        "case.below-evidence", ReasonKind.RuleBroken,
        "卷内已有证据证明为 {value}，不能以较低的数值代替。原数值有误的，请先说明理由撤回。",
        "The file holds evidence of {value}; a lower figure does not take its place. If that one is wrong, withdraw it first and say why.");

    public static readonly Reason InTheFuture = new(
        "case.in-the-future", ReasonKind.Invalid,
        "时间不能晚于现在。",
        "The time lies in the future.");

    public static readonly Reason Closed = new(
        "case.closed", ReasonKind.RuleBroken,
        "案件已结案；如需处理，请先说明理由恢复办理。",
        "The case is closed. Re-open it with a reason first.");

    public static readonly Reason UnknownFact = new(
        "case.unknown-fact", ReasonKind.Invalid,
        "法规库中没有这个事实名称：{name}。",
        "The statute book has no fact of this name: {name}.");

    public static readonly Reason BadValue = new(
        "case.bad-value", ReasonKind.Invalid,
        "数值不符合该事实的格式：{value}。",
        "The value does not fit this fact: {value}.");

    public static readonly Reason NoResult = new(
        "case.no-result", ReasonKind.RuleBroken,
        "该样品还没有此项检测结果。",
        "This sample has no result for the factor yet.");

    public static readonly Reason NotOfCase = new(
        "case.not-of-case", ReasonKind.Invalid,
        "该任务或样品不属于本案线索。",
        "This task or sample does not belong to the signal of the case.");

    public static readonly Reason AlreadyTaken = new(
        "case.already-taken", ReasonKind.Conflict,
        "该材料已经入卷。",
        "This is in the file already.");

    public static readonly Reason NumberMissing = new(
        "case.number-missing", ReasonKind.Invalid,
        "请填写文号。",
        "Give the number.");

    public static readonly Reason TextMissing = new(
        "case.text-missing", ReasonKind.Invalid,
        "此项必须填写。",
        "This field is required.");

    public static readonly Reason TwoOfficers = new(
        "case.two-officers", ReasonKind.RuleBroken,
        "主办人不得少于两人，且均须持有执法证件。",
        "At least two officers with certificates are needed.",
        "行政处罚法 42");

    public static readonly Reason FileMissing = new(
        "case.file-missing", ReasonKind.Invalid,
        "请选择文件，并等待上传完成。",
        "Choose a file and wait until it is uploaded.");

    public static readonly Reason UnknownFile = new(
        "case.unknown-file", ReasonKind.Invalid,
        "找不到已上传的文件（SHA-256 {sha256}），请重新上传。",
        "No uploaded file has the hash SHA-256 {sha256}. Upload it again.");

    public static readonly Reason UnknownPerson = new(
        "case.unknown-person", ReasonKind.Invalid,
        "没有这个人员：{person}。",
        "There is no such person: {person}.");
}
