using Qingshan.Record.Reasons;

namespace Qingshan.Cases.Evidence;

/// <summary>Why an evidence file is refused.</summary>
public static class EvidenceReasons
{
    public static readonly Reason TooLarge = new(
        "evidence.too-large", ReasonKind.TooLarge,
        "文件“{name}”为 {size}，超过该类型 {limit} 的上限。请分段拍摄或使用原始较小的文件。",
        "The file \"{name}\" has {size}; the limit for its type is {limit}. Take it in sections or use a smaller original.");

    public static readonly Reason TypeNotAccepted = new(
        "evidence.type-not-accepted", ReasonKind.UnsupportedType,
        "不接受此类型的文件：{type}。可上传 JPEG、PNG、WebP、HEIC、PDF、MP4、DOCX、XLSX。",
        "This type of file is not accepted: {type}. Accepted are JPEG, PNG, WebP, HEIC, PDF, MP4, DOCX and XLSX.");

    public static readonly Reason TypeFalse = new(
        "evidence.type-false", ReasonKind.UnsupportedType,
        "文件“{name}”声明为 {type}，但内容不是该类型。",
        "The file \"{name}\" was declared as {type}, but its content is not of that type.");

    public static readonly Reason NameInvalid = new(
        "evidence.name-invalid", ReasonKind.Invalid,
        "文件名为空、过长（超过 200 字）或含有控制字符。",
        "The file name is empty, longer than 200 characters, or holds control characters.");

    public static readonly Reason SizeInvalid = new(
        "evidence.size-invalid", ReasonKind.Invalid,
        "文件为空，没有可以保存的内容。",
        "The file is empty; there is nothing to keep.");

    public static readonly Reason UploadUnknown = new(
        "evidence.upload-unknown", ReasonKind.NotFound,
        "没有这个上传任务，可能已完成或已过期，请重新选择文件。",
        "There is no such upload; it may be complete or expired. Choose the file again.");

    public static readonly Reason OffsetWrong = new(
        "evidence.offset-wrong", ReasonKind.Conflict,
        "分片位置不符：应从 {expected} 字节继续。",
        "The part does not fit: go on from byte {expected}.");

    public static readonly Reason PartTooLarge = new(
        "evidence.part-too-large", ReasonKind.TooLarge,
        "分片超过声明的文件大小或 4 MB 的上限。",
        "The part goes beyond the declared size or the limit of 4 MB.");

    public static readonly Reason Incomplete = new(
        "evidence.incomplete", ReasonKind.Conflict,
        "文件尚未传完：已收到 {received} 字节，共 {size} 字节。",
        "The file is not complete: {received} of {size} bytes were received.");

    public static readonly Reason DigestDiffers = new(
        "evidence.digest-differs", ReasonKind.Conflict,
        "服务器计算的 SHA-256 与浏览器不一致，文件在传输中发生变化，未予保存，请重新上传。",
        "The server's SHA-256 differs from the browser's: the file changed on the way and was not kept. Upload it again.");

    public static readonly Reason TooMuchOpen = new(
        "evidence.too-much-open", ReasonKind.Limited,
        "您有 {open} 个文件尚未传完；每人同时最多上传 {most} 个文件，合计不超过 {bytes} GB。请先完成已开始的上传，或一小时后再试。",
        "You have {open} files under way; a person may have {most} at one time, of {bytes} GB together. Finish those first, or try again in an hour.");

    public static readonly Reason NoSpace = new(
        "evidence.no-space", ReasonKind.Unavailable,
        "服务器磁盘空间不足，暂不能接收文件，请联系系统管理员。",
        "The server's disk has no room for files at present. Tell the system's operator.");
}
