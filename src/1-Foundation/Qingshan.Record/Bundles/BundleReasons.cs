using Qingshan.Record.Reasons;

namespace Qingshan.Record.Bundles;

/// <summary>Why a bundle cannot be made.</summary>
public static class BundleReasons
{
    public static readonly Reason NothingThere = new(
        "bundle.nothing-there", ReasonKind.NotFound,
        "没有可导出的内容：{stream}。",
        "There is nothing to export: {stream}.");

    public static readonly Reason NotYetSigned = new(
        "bundle.not-yet-signed", ReasonKind.Unavailable,
        "最新内容（第 {position} 条）尚未签署检查点，请稍候再导出。",
        "The newest content (entry {position}) is not under a signed checkpoint yet; export again in a moment.");

    public static readonly Reason AttachmentDamaged = new(
        "bundle.attachment-damaged", ReasonKind.Unavailable,
        "附件 {sha256} 的内容与登记的哈希值不符。",
        "The content of attachment {sha256} does not have the recorded hash.");

    public static readonly Reason TooLargeForZip = new(
        "bundle.too-large-for-zip", ReasonKind.TooLarge,
        "内容超过 ZIP 文件的上限（4 GiB 或 65,535 个文件），请导出为文件夹。",
        "The content is too large for a ZIP file (4 GiB or 65,535 files); export to a folder.");
}
