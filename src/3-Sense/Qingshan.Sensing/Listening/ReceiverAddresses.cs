using System.Net;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Listening;

/// <summary>The receivers that are believed to pass on what they hear. Loopback always is: whoever sends from there is on the server itself.</summary>
internal sealed class ReceiverAddresses(IReadOnlyList<IPAddress> known)
{
    private readonly HashSet<IPAddress> known = [.. known.Select(SourceAuthenticator.Plain)];

    public SourceAuthentication Judge(IPAddress remote)
    {
        var plain = SourceAuthenticator.Plain(remote);
        return IPAddress.IsLoopback(plain) || known.Contains(plain) ? SourceAuthentication.Receiver : SourceAuthentication.UnknownReceiver;
    }
}
