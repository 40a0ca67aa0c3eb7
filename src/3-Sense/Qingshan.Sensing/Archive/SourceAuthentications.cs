namespace Qingshan.Sensing.Archive;

/// <summary>What people read about a <see cref="SourceAuthentication"/>; every signal quotes it.</summary>
public static class SourceAuthentications
{
    /// <summary>Code (stable), Chinese and English text.</summary>
    public static (string Code, string Zh, string En) Describe(this SourceAuthentication authentication) => authentication switch
    {
        SourceAuthentication.PasswordAndAddress =>
            ("mn+password+address", "设备唯一标识已登记，访问密码相符，来源地址与绑定地址一致", "registered device, matching password, bound source address"),
        SourceAuthentication.Password =>
            ("mn+password", "设备唯一标识已登记，访问密码相符；未绑定来源地址", "registered device, matching password; no source address is bound"),
        SourceAuthentication.MissingStation => ("station-missing", "未写明设备唯一标识", "no device named"),
        SourceAuthentication.UnknownStation => ("station-unknown", "设备唯一标识未登记", "device not registered"),
        SourceAuthentication.WrongPassword => ("password-wrong", "访问密码不符", "wrong password"),
        SourceAuthentication.WrongAddress => ("address-wrong", "来源地址与绑定地址不一致", "not the bound source address"),
        SourceAuthentication.Receiver =>
            ("receiver", "由已登记的接收站转发；船载设备自报身份，未经验证", "passed on by a known receiver; the transponder's own claim of identity is proved by nothing"),
        SourceAuthentication.UnknownReceiver => ("receiver-unknown", "转发地址不是已登记的接收站", "not passed on by a known receiver"),
        _ => ("not-judged", "未作判定", "not judged"),
    };

    /// <summary>Whether what the source says may become an observation.</summary>
    public static bool IsTrusted(this SourceAuthentication authentication) =>
        authentication is SourceAuthentication.PasswordAndAddress or SourceAuthentication.Password or SourceAuthentication.Receiver;
}
