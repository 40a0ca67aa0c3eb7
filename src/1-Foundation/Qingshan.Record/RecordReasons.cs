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

    public static readonly Reason TooLarge = new(
        "record.too-large", ReasonKind.TooLarge,
        "一条记录内容为 {size} 字节，超过上限 {limit} 字节。",
        "One entry has {size} bytes; the limit is {limit}.");

    public static readonly Reason Unavailable = new(
        "record.unavailable", ReasonKind.Unavailable,
        "数据暂时无法写入磁盘，操作未保存，请稍后用同一幂等键重试。",
        "The disk did not take the entry; nothing was acknowledged. Try again later with the same key.");
}
