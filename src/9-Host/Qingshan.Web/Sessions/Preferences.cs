namespace Qingshan.Web.Sessions;

/// <summary>Language and theme of a browser: a cookie, or what the browser asks for.</summary>
internal static class Preferences
{
    public const string LanguageCookie = "qs-language";
    public const string ThemeCookie = "qs-theme";

    public static IReadOnlyList<string> Languages { get; } = ["zh", "en"];

    public static IReadOnlyList<string> Themes { get; } = ["auto", "light", "dark"];

    public static string Language(HttpRequest request) =>
        request.Cookies[LanguageCookie] is { } chosen && Languages.Contains(chosen) ? chosen : Accepted(request.Headers.AcceptLanguage.ToString());

    public static string Theme(HttpRequest request) =>
        request.Cookies[ThemeCookie] is { } chosen && Themes.Contains(chosen) ? chosen : "auto";

    public static void Keep(HttpContext http, string cookie, string value) =>
        http.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            SameSite = SameSiteMode.Strict,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });

    // The console is Chinese first: English only for a browser that names it before any Chinese.
    private static string Accepted(string header)
    {
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
                return "zh";
            if (part.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return "en";
        }

        return "zh";
    }
}
