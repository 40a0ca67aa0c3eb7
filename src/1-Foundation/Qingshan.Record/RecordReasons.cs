using Qingshan.Record.Reasons;

namespace Qingshan.Record;

/// <summary>Why the record refuses.</summary>
public static class RecordReasons
{
    public static readonly Reason Stale = new(
        "record.stale", ReasonKind.Conflict,
        "内容已被他人更新（{stream} 当前第 {actual} 版，您依据的是第 {expected} 版），请查看最新内容后重试；您填写的内容已保留。",
        "Somebody changed this meanwhile ({stream} is at version {actual}, you worked on {expected}). Look at the newest state and try again; what you typed is kept.");

    public static readonly Reason KeyReused = new(
        "record.key-reused", ReasonKind.Conflict,
        "同一幂等键已用于另一项内容不同的操作。",
        "This idempotency key was already used for a command with different content.");

    public static readonly Reason Malformed = new(
        "record.malformed", ReasonKind.Invalid,
        "记录内容不符合格式：{problem}。",
        "The entry is malformed: {problem}.");

    public static readonly Reason Closed = new(
        "record.closed", ReasonKind.Unavailable,
        "系统正在停止，操作未保存，请稍后重试。",
        "The system is stopping; nothing was saved. Try again later.");
}
