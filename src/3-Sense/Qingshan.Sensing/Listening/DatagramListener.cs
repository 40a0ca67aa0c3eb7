using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qingshan.Record.Storage;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Listening;

/// <summary>
/// Takes datagrams, each cut by itself. UDP promises nothing: what the archive cannot take in time waits in the system's buffer and is lost behind it,
/// which nobody can count; what was taken is made durable in order of receipt.
/// </summary>
/// <param name="name">Name of the listener: <c>ais-udp</c>.</param>
internal sealed class DatagramListener(
    string name, SegmentArchive archive, CutterOf cutterOf, ListenerOptions options, FreeSpace free, TimeProvider time, ILogger<DatagramListener> log)
    : IListeners, IAsyncDisposable
{
    private const int LongestDatagram = 65_536;
    private const int SystemBuffer = 8 << 20;
    private const int Waiting = 1024;

    private readonly UntrustedBytes strangers = new(options, () => free(archive.Folder), time);
    private readonly SemaphoreSlim room = new(Waiting);
    private readonly CancellationTokenSource stopping = new();
    private Socket? socket;
    private Task receiving = Task.CompletedTask;
    private long datagrams;
    private int disposed;

    public IPEndPoint? Endpoint { get; private set; }

    public IReadOnlyList<ListenerStatus> Status =>
        [new ListenerStatus(name, Endpoint, 0, Interlocked.Read(ref datagrams), 0, 0, 0, 0, strangers.Dropped, archive.FailedGroups)];

    public void Start(IPEndPoint endpoint)
    {
        socket = new Socket(endpoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = SystemBuffer };
        socket.Bind(endpoint);
        Endpoint = (IPEndPoint)socket.LocalEndPoint!;
        receiving = ReceiveAsync(socket);
    }

    /// <summary>Takes no more datagrams and waits until those that were taken are durable.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        await stopping.CancelAsync();
        await receiving;
        for (var i = 0; i < Waiting && socket is not null; i++)
            await room.WaitAsync(cancellation);
        socket?.Dispose();
        (socket, Endpoint) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        await StopAsync(CancellationToken.None);
        stopping.Dispose();
        room.Dispose();
    }

    private async Task ReceiveAsync(Socket listening)
    {
        var buffer = new byte[LongestDatagram];
        var anybody = new IPEndPoint(listening.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await room.WaitAsync(stopping.Token);
                var received = await ReceiveOrReturnRoomAsync(listening, buffer, anybody);
                _ = KeepAsync(buffer.AsSpan(0, received.ReceivedBytes), (IPEndPoint)received.RemoteEndPoint);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException failure)
            {
                log.LogWarning(failure, "A datagram could not be taken");
            }
        }
    }

    private async Task<SocketReceiveFromResult> ReceiveOrReturnRoomAsync(Socket listening, byte[] buffer, IPEndPoint anybody)
    {
        try
        {
            return await listening.ReceiveFromAsync(buffer, SocketFlags.None, anybody, stopping.Token);
        }
        catch
        {
            room.Release();
            throw;
        }
    }

    private Task KeepAsync(ReadOnlySpan<byte> bytes, IPEndPoint remote)
    {
        Interlocked.Increment(ref datagrams);
        var (address, now) = (SourceAuthenticator.Plain(remote.Address), Instant.FromDateTimeOffset(time.GetUtcNow()));
        // One sender's datagrams belong together; the sender is its address and port.
        var cutter = cutterOf(address, new IPEndPoint(address, remote.Port).ToString(), 0);
        cutter.Feed(bytes, now);
        cutter.Complete(now);
        return ArchiveAsync(strangers.Sift(address, cutter.Take().Stretches));
    }

    private async Task ArchiveAsync(IReadOnlyList<Stretch> stretches)
    {
        try
        {
            await archive.AppendAsync(stretches, CancellationToken.None);
        }
        catch (IOException failure)
        {
            log.LogError(failure, "Datagrams could not be archived");
        }
        finally
        {
            room.Release();
        }
    }
}
