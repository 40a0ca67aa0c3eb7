using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Qingshan.Record.Storage;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Listening;

/// <summary>Takes the connections of devices over TCP. The protocol is the cutter's; everything else is the same for all.</summary>
/// <param name="name">Name of the listener: <c>hj212</c>, <c>ais</c>.</param>
internal sealed class DeviceListener(
    string name, SegmentArchive archive, CutterOf cutterOf, ListenerOptions options, FreeSpace free, TimeProvider time, ILogger<DeviceListener> log)
    : IListeners, IAsyncDisposable
{
    private const int Backlog = 512;

    private readonly ConnectionTable table = new(options);
    private readonly UntrustedBytes strangers = new(options, () => free(archive.Folder), time);
    private readonly ConcurrentDictionary<long, Task> running = new();
    private readonly CancellationTokenSource stopping = new();
    private Socket? socket;
    private Task accepting = Task.CompletedTask;
    private long numbers;
    private long timedOut;
    private long cut;
    private int disposed;

    public IPEndPoint? Endpoint { get; private set; }

    public IReadOnlyList<ListenerStatus> Status
    {
        get
        {
            var (open, accepted, refused, displaced) = table.Counts;
            return [new ListenerStatus(
                name, Endpoint, open, accepted, refused, displaced, Interlocked.Read(ref timedOut), Interlocked.Read(ref cut), strangers.Dropped, archive.FailedGroups)];
        }
    }

    public void Start(IPEndPoint endpoint)
    {
        socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (endpoint.AddressFamily == AddressFamily.InterNetworkV6)
            socket.DualMode = true;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(endpoint);
        socket.Listen(Backlog);
        Endpoint = (IPEndPoint)socket.LocalEndPoint!;
        accepting = AcceptAsync(socket);
    }

    /// <summary>Takes no more connections, archives what the open ones have sent, closes them.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        await stopping.CancelAsync();
        socket?.Dispose();
        Endpoint = null;
        await accepting;
        await Task.WhenAll(running.Values).WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        await StopAsync(CancellationToken.None);
        stopping.Dispose();
    }

    private async Task AcceptAsync(Socket listening)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                Take(await listening.AcceptAsync(stopping.Token));
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException failure)
            {
                // Out of descriptors, or the newcomer was gone before it was taken: the next one may do better.
                log.LogWarning(failure, "A connection could not be taken");
                await Task.Delay(TimeSpan.FromMilliseconds(50), time);
            }
        }
    }

    private void Take(Socket accepted)
    {
        var number = Interlocked.Increment(ref numbers);
        DeviceConnection connection;
        try
        {
            connection = new DeviceConnection(accepted, number, archive, strangers, options, time, cutterOf);
        }
        catch (SocketException)
        {
            accepted.Dispose();
            throw;
        }

        if (!table.Admit(connection))
        {
            connection.Dispose();
            return;
        }

        var task = ServeAsync(connection);
        running[number] = task;
        _ = task.ContinueWith(_ => running.TryRemove(number, out Task? _), TaskScheduler.Default);
    }

    private async Task ServeAsync(DeviceConnection connection)
    {
        await Task.Yield();
        try
        {
            var end = await connection.RunAsync(stopping.Token);
            if (end == ConnectionEnd.TimedOut)
                Interlocked.Increment(ref timedOut);
            if (end == ConnectionEnd.Untrusted)
                Interlocked.Increment(ref cut);
        }
        catch (Exception bug)
        {
            log.LogError(bug, "A connection from {Address} broke", connection.Address);
        }
        finally
        {
            table.Remove(connection);
            connection.Dispose();
        }
    }
}
