using Qingshan.Record.Reasons;

namespace Qingshan.Signals.Signals;

/// <summary>Why a command on a signal is refused.</summary>
public static class SignalReasons
{
    public static readonly Reason AlreadyDecided = new(
        "signal.already-decided", ReasonKind.Conflict,
        "该线索已作出处置（{state}），不能重复处置。",
        "This signal was decided already ({state}).");

    public static readonly Reason NotConfirmed = new(
        "signal.not-confirmed", ReasonKind.RuleBroken,
        "请先核实确认线索，再派发任务或立案。",
        "Confirm the signal before you send a task or open a case.");

    public static readonly Reason ReasonMissing = new(
        "signal.reason-missing", ReasonKind.Invalid,
        "请填写理由。",
        "Give the reason.");

    public static readonly Reason HasCase = new(
        "signal.has-case", ReasonKind.Conflict,
        "该线索已经立案，不能重复立案。",
        "A case was already opened from this signal.");
}
