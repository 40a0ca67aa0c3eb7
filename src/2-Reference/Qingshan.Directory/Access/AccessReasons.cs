using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Access;

/// <summary>Why access is refused.</summary>
public static class AccessReasons
{
    public static readonly Reason NotFound = new(
        "access.not-found", ReasonKind.NotFound,
        "没有找到，或您所在岗位无权知悉。",
        "Not found, or not visible to your post.");

    public static readonly Reason Forbidden = new(
        "access.forbidden", ReasonKind.Forbidden,
        "当前岗位不能执行此操作：{whyZh}可授权者：{grantorZh}。",
        "Your post may not do this: {whyEn} It can be granted by: {grantorEn}.");

    public static readonly Reason PurposeNeeded = new(
        "access.purpose-needed", ReasonKind.Forbidden,
        "查看完整内容前请选择查阅目的。",
        "Choose a purpose before you read the full content.");

    public static readonly Reason SignInNeeded = new(
        "access.sign-in-needed", ReasonKind.SignInNeeded,
        "请先登录；已填写的内容会保留。",
        "Sign in first; what you typed is kept.");
}
