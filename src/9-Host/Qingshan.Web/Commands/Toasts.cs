using Qingshan.Directory.Commands;
using Qingshan.Record.Entries;

namespace Qingshan.Web.Commands;

/// <summary>Says on the next page what was done. The cookie carries the verb only; its text comes from the command's declaration.</summary>
internal static class Toasts
{
    private const string Cookie = "qs-done";

    public static void Leave(HttpContext http, string verb) =>
        http.Response.Cookies.Append(Cookie, verb, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromMinutes(1),
            IsEssential = true,
        });

    /// <summary>The title of what was done, once.</summary>
    public static Bilingual? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } verb)
            return null;
        http.Response.Cookies.Delete(Cookie);
        return http.RequestServices.GetServices<CommandDefinition>().FirstOrDefault(d => d.Verb == verb)?.Title;
    }
}
