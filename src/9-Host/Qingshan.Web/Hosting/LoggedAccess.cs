using NodaTime.Extensions;
using Qingshan.Directory.Access;
using Qingshan.Record.Access;

namespace Qingshan.Web.Hosting;

/// <summary>Writes reads and refusals to the access log before the answer leaves.</summary>
internal sealed class LoggedAccess(AccessLog log, TimeProvider time) : IAccessJournal
{
    public Task WriteAsync(AccessRead read, CancellationToken cancel = default) => log.WriteAsync(
        new AccessEntry(read.Who.ToActor(), read.Target, read.Refused ? "refused" : Level(read.Level), read.Verb, time.GetUtcNow().ToInstant()), cancel);

    private static string Level(AccessLevel level) => level switch
    {
        AccessLevel.None => "none",
        AccessLevel.Exists => "exists",
        AccessLevel.Summary => "summary",
        AccessLevel.Full => "full",
        AccessLevel.Act => "act",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
