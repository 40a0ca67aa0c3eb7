using Qingshan.Record.Reasons;

namespace Qingshan.Web;

/// <summary>Why the edge refuses a request before any command is asked.</summary>
public static class WebReasons
{
    public static readonly Reason Malformed = new(
        "web.malformed", ReasonKind.Invalid,
        "提交的内容无法识别：{problem}。",
        "The content could not be read: {problem}.");

    public static readonly Reason FieldInvalid = new(
        "web.field-invalid", ReasonKind.Invalid,
        "“{value}”不是有效的{expected_zh}。",
        "\"{value}\" is not a valid {expected_en}.");

    public static readonly Reason BodyTooLarge = new(
        "web.body-too-large", ReasonKind.TooLarge,
        "提交的内容超过 {limit} 的上限。",
        "The content is larger than the limit of {limit}.");

    public static readonly Reason WrongContentType = new(
        "web.wrong-content-type", ReasonKind.UnsupportedType,
        "此接口只接受 {expected}。",
        "This address accepts {expected} only.");

    public static readonly Reason CrossOrigin = new(
        "web.cross-origin", ReasonKind.Forbidden,
        "请求来自其他网站，已拒绝。",
        "The request came from another site and was refused.");

    public static readonly Reason FormExpired = new(
        "web.form-expired", ReasonKind.Conflict,
        "表单已失效（可能已重新登录），请刷新页面后再提交；已填写的内容会保留。",
        "The form is out of date (you may have signed in again). Reload the page and send it again; what you typed is kept.");

    public static readonly Reason Limited = new(
        "web.limited", ReasonKind.Limited,
        "请求过于频繁，请在 {seconds} 秒后重试。",
        "Too many requests. Try again in {seconds} seconds.");

    public static readonly Reason Failed = new(
        "web.failed", ReasonKind.Unavailable,
        "系统出现错误，操作未完成。请把编号 {trace} 告知管理员。",
        "Something went wrong and the action was not completed. Quote code {trace} to the administrator.");

    public static readonly Reason NotReady = new(
        "web.not-ready", ReasonKind.Unavailable,
        "系统正在启动，请稍候。",
        "The system is starting. Please wait a moment.");
}
