using System.Net.Sockets;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Sensing.Replay;

/// <summary>The device's end of a connection: sends frames in any segmentation and counts the answers.</summary>
internal sealed class DeviceLink : IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly TimeProvider time;
    private Task reading = Task.CompletedTask;
    private long answers;
    private int cuts;

    private DeviceLink(TimeProvider time) => this.time = time;

    public long Answers => Interlocked.Read(ref answers);

    public static async Task<DeviceLink> ConnectAsync(string host, int port, TimeProvider time, CancellationToken cancellation)
    {
        var link = new DeviceLink(time);
        try
        {
            await link.socket.ConnectAsync(host, port, cancellation);
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            link.socket.Dispose();
            throw;
        }

        link.reading = link.CountAnswersAsync();
        return link;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, Segmentation segmentation, CancellationToken cancellation)
    {
        var step = segmentation switch
        {
            Segmentation.OneByte => 1,
            Segmentation.Split => Math.Max(1, bytes.Length * (1 + (cuts++ % 7)) / 8),
            _ => Math.Max(1, bytes.Length),
        };
        while (!bytes.IsEmpty)
        {
            var segment = bytes[..Math.Min(step, bytes.Length)];
            bytes = bytes[segment.Length..];
            while (!segment.IsEmpty)
                segment = segment[await socket.SendAsync(segment, SocketFlags.None, cancellation)..];
        }
    }

    /// <summary>
    /// Says that no more will come and waits until the other side has read all and closes, or has said nothing for half a minute.
    /// Closing earlier would throw away what still lies in the buffers.
    /// </summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        socket.Shutdown(SocketShutdown.Send);
        for (var before = -1L; !reading.IsCompleted && before != Answers;)
        {
            before = Answers;
            await Task.WhenAny(reading, Task.Delay(Quiet, time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        await reading;
    }

    private async Task CountAnswersAsync()
    {
        var framer = new Hj212Framer();
        var sink = new AnswerSink(this);
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), SocketFlags.None) is > 0 and var read)
                framer.Feed(buffer.AsSpan(0, read), ref sink);
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The connection is over, which is all there is to know here.
        }
    }

    private readonly struct AnswerSink(DeviceLink link) : IHj212Sink
    {
        public void OnFrame(in Hj212Frame frame)
        {
            if (frame.CrcOk && frame.Segment.Command is Hj212Codes.DataAnswer or Hj212Codes.NoticeAnswer)
                Interlocked.Increment(ref link.answers);
        }

        public void OnRejection(in Hj212Rejection rejection)
        {
        }
    }
}
