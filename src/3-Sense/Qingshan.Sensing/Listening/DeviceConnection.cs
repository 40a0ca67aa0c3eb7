using System.Buffers;
using System.Net;
using System.Net.Sockets;
using NodaTime;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Listening;

/// <summary>How a connection ended.</summary>
internal enum ConnectionEnd
{
    Closed,
    TimedOut,
    Untrusted,
    Failed,
}

/// <summary>
/// One device's connection. It reads a bounded piece, has its stretches made durable, answers, and only then reads on:
/// so a flooding source fills nobody's memory but its own share, and no answer runs ahead of the disk.
/// </summary>
internal sealed class DeviceConnection : IDisposable
{
    private readonly Socket socket;
    private readonly SegmentArchive archive;
    private readonly ListenerOptions options;
    private readonly TimeProvider time;
    private readonly IStretchCutter cutter;
    private readonly UntrustedBytes strangers;
    private bool heard;
    private bool dropped;
    private Instant frameSince;

    public DeviceConnection(
        Socket socket, long number, SegmentArchive archive, UntrustedBytes strangers, ListenerOptions options, TimeProvider time, CutterOf cutterOf)
    {
        (this.socket, this.archive, this.strangers, this.options, this.time) = (socket, archive, strangers, options, time);
        var remote = (IPEndPoint)socket.RemoteEndPoint!;
        Address = SourceAuthenticator.Plain(remote.Address);
        cutter = cutterOf(Address, new IPEndPoint(Address, remote.Port).ToString(), number);
        socket.NoDelay = true;
    }

    public IPAddress Address { get; }

    public bool Identified => cutter.Identified;

    public async Task<ConnectionEnd> RunAsync(CancellationToken stop)
    {
        var end = ConnectionEnd.Closed;
        try
        {
            end = await ReadAsync(stop);
            cutter.Complete(Now);
            await DeliverAsync();
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException)
        {
            return ConnectionEnd.Failed;
        }

        return end;
    }

    public void Abort() => socket.Dispose();

    public void Dispose() => socket.Dispose();

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Reads until the end. A known station that leaves a frame unfinished loses the frame, not its place; others lose both.</summary>
    private async Task<ConnectionEnd> ReadAsync(CancellationToken stop)
    {
        while (true)
        {
            var (received, end) = await ReceiveAsync(stop);
            if (end == ConnectionEnd.TimedOut && Identified && cutter.InFrame)
                cutter.Complete(Now);
            else if (!received)
                return end;
            if (!await DeliverAsync())
                return ConnectionEnd.TimedOut;
            if (cutter.UntrustedBytes > options.UntrustedBytes || (dropped && !Identified))
                return ConnectionEnd.Untrusted;
        }
    }

    /// <summary>Reads once. No buffer is held while nothing comes.</summary>
    private async Task<(bool Received, ConnectionEnd End)> ReceiveAsync(CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(Patience(), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        byte[]? buffer = null;
        try
        {
            await socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None, either.Token);
            buffer = ArrayPool<byte>.Shared.Rent(options.ReadBytes);
            var read = await socket.ReceiveAsync(buffer.AsMemory(0, options.ReadBytes), SocketFlags.None, either.Token);
            if (read > 0)
                Feed(buffer.AsSpan(0, read));
            return (read > 0, ConnectionEnd.Closed);
        }
        catch (OperationCanceledException)
        {
            return (false, stop.IsCancellationRequested ? ConnectionEnd.Closed : ConnectionEnd.TimedOut);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            return (false, ConnectionEnd.Failed);
        }
        finally
        {
            if (buffer is not null)
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Feed(ReadOnlySpan<byte> bytes)
    {
        var now = Now;
        var wasInFrame = cutter.InFrame;
        heard = true;
        cutter.Feed(bytes, now);
        if (!wasInFrame || cutter.HasDecided)
            frameSince = now;
    }

    private TimeSpan Patience()
    {
        if (!heard)
            return options.FirstByteTimeout;
        if (!cutter.InFrame)
            return options.IdleTimeout;
        var left = options.FrameTimeout - (Now - frameSince).ToTimeSpan();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Makes what was decided durable, then answers. False where the device does not read its answers.</summary>
    private async Task<bool> DeliverAsync()
    {
        var (stretches, answers) = cutter.Take();
        var taken = strangers.Sift(Address, stretches);
        dropped |= taken.Count < stretches.Count;
        await archive.AppendAsync(taken, CancellationToken.None);
        if (answers.IsEmpty)
            return true;
        using var deadline = new CancellationTokenSource(options.WriteTimeout, time);
        try
        {
            while (!answers.IsEmpty)
                answers = answers[await socket.SendAsync(answers, SocketFlags.None, deadline.Token)..];
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
