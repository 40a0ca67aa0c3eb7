using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Qingshan.Web.Security;

/// <summary>Stands before everything on the web port, TLS included: gives places, and closes connections that say nothing for long.</summary>
internal sealed partial class ConnectionGate(ConnectionPlaces places, TimeProvider time, ILogger<ConnectionGate> log)
{
    /// <summary>How long a connection may say nothing at first; browsers open some ahead of need.</summary>
    private static readonly TimeSpan FirstByte = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan SayAgain = TimeSpan.FromMinutes(1);

    private readonly Lock saying = new();
    private long? said;

    public ConnectionDelegate Before(ConnectionDelegate next) => connection => RunAsync(connection, next);

    private async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var before = places.Counts;
        var place = places.Enter(Sources.Of((connection.RemoteEndPoint as IPEndPoint)?.Address), connection.Abort);
        if (place is null || places.Counts.Displaced > before.Displaced)
            Say();
        if (place is null)
        {
            connection.Abort(new ConnectionAbortedException("No place is left for this source."));
            return;
        }

        try
        {
            if (await SpeaksAsync(connection))
            {
                places.Speak(place);
                await next(connection);
            }
        }
        finally
        {
            places.Leave(place);
        }
    }

    // Looks whether there is something to read, and leaves it there for whoever comes next.
    private async Task<bool> SpeaksAsync(ConnectionContext connection)
    {
        using var deadline = new CancellationTokenSource(FirstByte, time);
        var ending = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ending, connection.ConnectionClosed);
        try
        {
            var read = await connection.Transport.Input.ReadAsync(either.Token);
            var speaks = !read.Buffer.IsEmpty;
            connection.Transport.Input.AdvanceTo(read.Buffer.Start);
            return speaks;
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            return false;
        }
    }

    // A flood must not fill the log as well.
    private void Say()
    {
        lock (saying)
        {
            if (said is { } last && time.GetElapsedTime(last) < SayAgain)
                return;
            said = time.GetTimestamp();
        }

        var (open, refused, displaced) = places.Counts;
        Full(open, refused, displaced);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connections are short: {Open} open; since the start {Refused} were refused and {Displaced} silent ones gave way.")]
    private partial void Full(int open, long refused, long displaced);
}
