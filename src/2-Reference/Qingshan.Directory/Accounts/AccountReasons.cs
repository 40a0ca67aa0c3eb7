using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>Why signing in, or a change of the session or account, is refused.</summary>
public static class AccountReasons
{
    public static readonly Reason WrongCredentials = new(
        "account.wrong-credentials", ReasonKind.SignInNeeded,
        "用户名或密码不正确。",
        "User or password is wrong.");

    public static readonly Reason Locked = new(
        "account.locked", ReasonKind.Limited,
        "连续多次登录失败，请在 {minutes} 分钟后重试。",
        "Too many failed attempts. Try again in {minutes} minutes.");

    public static readonly Reason NoPost = new(
        "account.no-post", ReasonKind.Forbidden,
        "您目前没有任何岗位，请联系站点管理员任命岗位。",
        "You hold no post at present. Ask the site administrator for an appointment.");

    public static readonly Reason NotYourPost = new(
        "account.not-your-post", ReasonKind.Forbidden,
        "该岗位未任命给您，不能切换。",
        "You were not appointed to this post.");

    public static readonly Reason UnknownPurpose = new(
        "account.unknown-purpose", ReasonKind.Invalid,
        "没有这一查阅目的，请从列表中选择。",
        "There is no such purpose. Choose one from the list.");

    public static readonly Reason NotADemo = new(
        "account.not-a-demo", ReasonKind.Forbidden,
        "只有示范站点可以免密码登录。",
        "Only a demo site lets you in without a password.");

    public static readonly Reason UserTaken = new(
        "account.user-taken", ReasonKind.Conflict,
        "用户名“{user}”已被使用。",
        "The user name {user} is taken.");

    public static readonly Reason BadUser = new(
        "account.bad-user", ReasonKind.Invalid,
        "用户名须为 2 至 64 个小写字母、数字或 . - _。",
        "A user name has 2 to 64 lower-case letters, digits or . - _.");

    public static readonly Reason WeakPassword = new(
        "account.weak-password", ReasonKind.Invalid,
        "密码须为 12 至 128 个字符，且不得包含用户名。",
        "A password has 12 to 128 characters and does not contain the user name.");
}
