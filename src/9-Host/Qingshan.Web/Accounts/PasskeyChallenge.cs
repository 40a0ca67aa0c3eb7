using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Qingshan.Web.Accounts;

/// <summary>Remembers in the browser, sealed, which challenge it was given and until when: the server keeps nothing for those who only ask.</summary>
internal sealed class PasskeyChallenge(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    /// <param name="use">What the challenge is for: one for signing in adds no passkey.</param>
    public void Leave(HttpContext http, string use, string state)
    {
        var until = (time.GetUtcNow() + Validity).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Name(http), protection.CreateProtector("passkey", use).Protect($"{until} {state}"), Options(http));
    }

    /// <summary>The state that was left, and forgets it; null when there is none, it was altered, or its time is over.</summary>
    public string? Take(HttpContext http, string use)
    {
        if (http.Request.Cookies[Name(http)] is not { Length: > 0 } cookie)
            return null;
        http.Response.Cookies.Delete(Name(http), Options(http));
        try
        {
            var parts = protection.CreateProtector("passkey", use).Unprotect(cookie).Split(' ', 2);
            return time.GetUtcNow().ToUnixTimeMilliseconds() < long.Parse(parts[0], CultureInfo.InvariantCulture) ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Name(HttpContext http) => http.Request.IsHttps ? "__Host-qs-passkey" : "qs-passkey";

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", MaxAge = Validity, IsEssential = true };
}
