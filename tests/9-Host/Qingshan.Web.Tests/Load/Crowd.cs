using System.Net;
using System.Net.Sockets;

namespace Qingshan.Web.Tests.Load;

/// <summary>Many connections from one address, which say nothing unless told.</summary>
internal sealed class Crowd : IDisposable
{
    private const int AtOnce = 100;
    private readonly Socket[] sockets;

    private Crowd(Socket[] sockets) => this.sockets = sockets;

    public static async Task<Crowd> OpenAsync(int count, int port, string from)
    {
        var sockets = new Socket[count];
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, cancel) =>
        {
            sockets[i] = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            sockets[i].Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            try
            {
                await sockets[i].ConnectAsync(IPAddress.Loopback, port, cancel);
            }
            catch (SocketException reset) when (reset.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
            {
                // It had to make room for a later one before this end had heard that it was open.
            }
        });
        return new Crowd(sockets);
    }

    public async Task SayAsync(byte[] words)
    {
        foreach (var socket in sockets)
        {
            try
            {
                await socket.SendAsync(words);
            }
            catch (SocketException)
            {
                // It had to make room for a later one of the crowd.
            }
        }
    }

    /// <summary>Waits until every connection was answered.</summary>
    public Task AnsweredAsync() => Story.StorySite.UntilAsync(() => sockets.All(socket => socket.Available > 0), "the whole crowd was answered");

    /// <summary>How many the server has closed, once it is at least so many; fails when it never is.</summary>
    public async Task<int> ClosedAsync(int atLeast)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var closed = sockets.Count(IsClosed);
            if (closed >= atLeast)
                return closed;
            Assert.False(patience.IsCancellationRequested, $"Only {closed} of {sockets.Length} were closed.");
            await Task.Delay(50);
        }
    }

    private static bool IsClosed(Socket socket) => !socket.Connected || (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);

    public void Dispose()
    {
        foreach (var socket in sockets)
            socket.Dispose();
    }
}

/// <summary>A test that holds many connections in this process; skipped where the process may not open so many files.</summary>
internal sealed class CrowdFactAttribute : FactAttribute
{
    private const int Needed = 16_000;

    public CrowdFactAttribute()
    {
        // The runtime has raised the soft limit to the hard one when it started.
        const string limits = "/proc/self/limits";
        var line = File.Exists(limits) ? File.ReadLines(limits).FirstOrDefault(l => l.StartsWith("Max open files", StringComparison.Ordinal)) : null;
        var soft = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(3);
        if (soft != "unlimited" && !(long.TryParse(soft, out var files) && files >= Needed))
            Skip = $"needs {Needed} open files; this process may have {soft ?? "an unknown number"}";
    }
}
