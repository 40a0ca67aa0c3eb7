using Qingshan.Record.Reasons;

namespace Qingshan.Tasking.Samples;

/// <summary>Why a command on a sample is refused.</summary>
public static class SampleReasons
{
    public static readonly Reason NotReceived = new(
        "sample.not-received", ReasonKind.RuleBroken,
        "样品尚未签收，不能出具结果。",
        "The sample was not received yet, so it cannot have a result.");

    public static readonly Reason TestedBeforeReceipt = new(
        "sample.tested-before-receipt", ReasonKind.RuleBroken,
        "检测时间不能早于签收时间（{received}）。",
        "The test cannot lie before the sample was received ({received}).");

    public static readonly Reason AlreadyReceived = new(
        "sample.already-received", ReasonKind.Conflict,
        "样品已签收。",
        "The sample was received already.");

    public static readonly Reason NotAsked = new(
        "sample.not-asked", ReasonKind.Invalid,
        "送检项目中没有该因子：{factor}。",
        "This factor was not asked for: {factor}.");

    public static readonly Reason BadConcentration = new(
        "sample.bad-concentration", ReasonKind.Invalid,
        "浓度必须是不小于零的数值，并带单位 mg/L。",
        "The concentration must be a number of zero or more, in mg/L.");
}
