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

    /// <summary>The code is the one that the contract names: programs wait for it.</summary>
    public static readonly Reason TotpRequired = new(
        "totp_required", ReasonKind.SignInNeeded,
        "该账号已启用双因子登录，请填写验证器中的六位动态码或一个备用码。",
        "This account has a second factor: give the six-digit code of the authenticator app, or a backup code.");

    public static readonly Reason WrongCode = new(
        "account.wrong-code", ReasonKind.SignInNeeded,
        "动态码或备用码不正确，或者已经用过。每个码只能使用一次。",
        "The code is wrong or was used already. Each code works once.");

    public static readonly Reason WrongOneTimeCode = new(
        "account.wrong-one-time-code", ReasonKind.SignInNeeded,
        "账号或一次性登录码不正确，或者已超过 24 小时。",
        "User or one-time code is wrong, or older than 24 hours.");

    public static readonly Reason WrongPassword = new(
        "account.wrong-password", ReasonKind.Forbidden,
        "密码不正确。更改登录方式前须再次输入密码。",
        "The password is wrong. It is asked for again before the way you sign in changes.");

    public static readonly Reason TotpThere = new(
        "account.totp-there", ReasonKind.Conflict,
        "已启用验证器。如需更换，请先停用。",
        "An authenticator app is set up already. Remove it first to change it.");

    public static readonly Reason TotpNotBegun = new(
        "account.totp-not-begun", ReasonKind.Conflict,
        "尚未开始设置验证器，请从第一步重新开始。",
        "No authenticator app is being set up. Begin with the first step.");

    public static readonly Reason TotpNotConfirmed = new(
        "account.totp-not-confirmed", ReasonKind.Invalid,
        "动态码不正确，验证器未启用。请核对手机时间后再试。",
        "The code is wrong, so the app is not set up yet. Check the clock of the phone and try again.");

    public static readonly Reason PasskeyName = new(
        "account.passkey-name", ReasonKind.Invalid,
        "请为通行密钥取名，不超过 60 个字符。",
        "Give the passkey a name of at most 60 characters.");

    public static readonly Reason PasskeysFull = new(
        "account.passkeys-full", ReasonKind.Conflict,
        "最多保存 {most} 个通行密钥，请先移除不用的。",
        "At most {most} passkeys are kept. Remove one that is not used.");

    public static readonly Reason PasskeyWrong = new(
        "account.passkey-wrong", ReasonKind.SignInNeeded,
        "通行密钥未能通过验证，请重试，或改用密码登录。",
        "The passkey could not be verified. Try again, or sign in by password.");

    public static readonly Reason PasskeyUnknown = new(
        "account.passkey-unknown", ReasonKind.NotFound,
        "没有这个通行密钥，可能已被移除。",
        "There is no such passkey. It may have been removed.");

    public static readonly Reason SessionGone = new(
        "account.session-gone", ReasonKind.NotFound,
        "该会话已经结束。",
        "This session has ended already.");

    public static readonly Reason UnknownUser = new(
        "account.unknown-user", ReasonKind.NotFound,
        "没有用户名“{user}”。",
        "There is no user {user}.");

    public static readonly Reason UnknownPerson = new(
        "account.unknown-person", ReasonKind.NotFound,
        "该人员没有账号。",
        "This person has no account.");

    public static readonly Reason RecoveryOwn = new(
        "account.recovery-own", ReasonKind.Forbidden,
        "不能恢复自己的账号，须由另外两名站点管理员办理。",
        "Nobody recovers the own account: two other site administrators do it.");

    public static readonly Reason RecoverySame = new(
        "account.recovery-same", ReasonKind.Forbidden,
        "申请与批准不能是同一人，须由另一名站点管理员批准。",
        "Who asked for the recovery cannot grant it: another site administrator does.");

    public static readonly Reason RecoveryThere = new(
        "account.recovery-there", ReasonKind.Conflict,
        "该账号的恢复申请正在等待另一名站点管理员批准。",
        "A recovery of this account waits for another site administrator already.");

    public static readonly Reason RecoveryGone = new(
        "account.recovery-gone", ReasonKind.Conflict,
        "该恢复申请已批准，或已超过 24 小时而失效。",
        "This recovery was granted already, or lapsed after 24 hours.");

    public static readonly Reason RecoveryWhy = new(
        "account.recovery-why", ReasonKind.Invalid,
        "请写明恢复账号的理由，不超过 {most} 个字符。",
        "Say why the account is recovered, in at most {most} characters.");

    public static readonly Reason UnknownPost = new(
        "account.unknown-post", ReasonKind.Invalid,
        "没有岗位“{post}”。",
        "There is no post {post}.");

    public static readonly Reason UnknownDivision = new(
        "account.unknown-division", ReasonKind.Invalid,
        "“{division}”不是行政区划代码。首个账号须用 --division 指明站点所在区划。",
        "\"{division}\" is no division code. The first account needs the division of the site in --division.");
}
