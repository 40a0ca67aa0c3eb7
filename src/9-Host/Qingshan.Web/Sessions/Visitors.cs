using Qingshan.Directory.Accounts;

namespace Qingshan.Web.Sessions;

/// <summary>Where a request comes from, as accounts keep it: the address and the family of the device, and nothing more of what a browser tells.</summary>
internal static class Visitors
{
    // The first that is contained wins: browsers call themselves by the names of others, too.
    private static readonly (string Sign, string Family)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("MicroMessenger", "WeChat"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrom", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Family)[] Systems =
    [
        ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static Visitor Of(HttpContext http) => new(Address(http), Device(http.Request.Headers.UserAgent.ToString()));

    public static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>Family of browser and system, such as <c>Firefox · Linux</c>; empty when neither is known, as for programs.</summary>
    public static string Device(string userAgent) =>
        string.Join(" · ", new[] { Family(Browsers, userAgent), Family(Systems, userAgent) }.Where(family => family.Length > 0));

    private static string Family((string Sign, string Family)[] families, string userAgent) =>
        families.FirstOrDefault(family => userAgent.Contains(family.Sign, StringComparison.Ordinal)).Family ?? "";
}
