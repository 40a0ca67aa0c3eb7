using System.Globalization;
using System.Threading.RateLimiting;
using Qingshan.Web.Commands;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Security;

/// <summary>How much one browser and one address may ask: token buckets, generous to work, tight on sign-in.</summary>
internal static class RequestLimits
{
    /// <summary>Policy of endpoints that check a password.</summary>
    public const string SignIn = "sign-in";

    private const int SessionBurst = 400;
    private const int SessionPerSecond = 80;
    private const int AddressBurst = 4000;
    private const int AddressPerSecond = 1000;
    private const int SignInPerMinute = 30;
    private const int LongestKey = 64;

    public static void AddRequestLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        // An agency may sit behind one address, so the address limit is many sessions wide.
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(Address(http), AddressBurst, AddressPerSecond)),
            PartitionedRateLimiter.Create<HttpContext, string>(http =>
                http.Request.Path.StartsWithSegments("/a", StringComparison.Ordinal)
                    ? RateLimitPartition.GetNoLimiter("assets")
                    : Bucket(Browser(http), SessionBurst, SessionPerSecond)));
        limits.AddPolicy(SignIn, http => RateLimitPartition.GetFixedWindowLimiter(
            Address(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInPerMinute, Window = TimeSpan.FromMinutes(1) }));
        limits.OnRejected = (context, _) => new ValueTask(RefusalAnswers.WriteAsync(context.HttpContext, WebReasons.Limited.Refuse(("seconds", Wait(context.Lease)))));
    });

    private static RateLimitPartition<string> Bucket(string key, int burst, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        });

    private static string Address(HttpContext http) => Sources.Of(http.Connection.RemoteIpAddress);

    // By the cookie as it was sent: the limit comes before the session is looked up, so that a flood of made-up cookies costs no database and
    // still shares the address's limit.
    private static string Browser(HttpContext http) =>
        http.Request.Cookies[SessionCookie.Name(http.Request)] is { Length: > 0 } cookie ? "s:" + cookie[..Math.Min(cookie.Length, LongestKey)] : "a:" + Address(http);

    private static string Wait(RateLimitLease lease) =>
        Math.Max(1, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Ceiling(after.TotalSeconds) : 1).ToString(CultureInfo.InvariantCulture);
}
