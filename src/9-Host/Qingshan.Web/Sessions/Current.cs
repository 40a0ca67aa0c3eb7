using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;

namespace Qingshan.Web.Sessions;

/// <summary>Who asks now, in which language and theme. One per request.</summary>
public interface ICurrent
{
    /// <summary>The signed-in person in the active post; null when nobody is signed in.</summary>
    Acting? Who { get; }

    /// <summary>The live session; null when nobody is signed in.</summary>
    Session? Session { get; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    string Language { get; }

    /// <summary><c>light</c>, <c>dark</c> or <c>auto</c>.</summary>
    string Theme { get; }
}

internal sealed class Current : ICurrent
{
    public Acting? Who { get; private set; }

    public Session? Session { get; private set; }

    public string Language { get; private set; } = "zh";

    public string Theme { get; private set; } = "auto";

    public void Read(HttpContext http, IAccounts accounts, IDirectory directory)
    {
        Language = Preferences.Language(http.Request);
        Theme = Preferences.Theme(http.Request);
        if (http.Request.Cookies[SessionCookie.Name(http.Request)] is not { Length: > 0 } token || accounts.FindSession(token, touch: !IsByItself(http.Request)) is not { } session)
            return;
        if (directory.FindPost(session.Post) is not { } post || directory.FindAgency(post.Agency) is not { } agency)
            return;
        (Session, Who) = (session, new Acting(session.Person, post, agency, session.Purpose));
    }

    // What a page that lies open asks by itself is no sign that anybody sits before it.
    private static bool IsByItself(HttpRequest request) => request.Headers.ContainsKey("Qingshan-Live") || request.Path == "/live/events";
}
