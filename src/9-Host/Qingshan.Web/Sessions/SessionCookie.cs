namespace Qingshan.Web.Sessions;

/// <summary>The session cookie. Over TLS its name carries the <c>__Host-</c> prefix, so that no other host and no plain connection can set it.</summary>
internal static class SessionCookie
{
    public static string Name(HttpRequest request) => request.IsHttps ? "__Host-qs-session" : "qs-session";

    public static void Set(HttpContext http, string token) => http.Response.Cookies.Append(Name(http.Request), token, Options(http));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name(http.Request), Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
