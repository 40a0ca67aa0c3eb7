using System.Threading.Channels;
using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Listening;

namespace Qingshan.Sensing.Replay;

/// <summary>Sends a recorded file of HJ 212 frames as the devices would: in order, station by station through the same connection, foreign bytes included.</summary>
public static class Hj212Replay
{
    private const int Waiting = 64;
    private const int GluedFrames = 5;

    /// <summary>Sends all of <paramref name="file"/> and waits for the last answers.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The listener cannot be reached or broke the connection.</exception>
    public static async Task<ReplayProgress> RunAsync(
        Stream file, string host, int port, ReplayOptions options, IProgress<ReplayProgress>? progress, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Connections, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Connections, 10_000);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var lanes = new List<Lane>();
        try
        {
            for (var i = 0; i < options.Connections; i++)
                lanes.Add(new Lane(await DeviceLink.ConnectAsync(host, port, time, cancellation), options.Segmentation, failed));
            await DealAsync(file, lanes, options.Speed, progress, time, failed.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A lane broke; its own task says why.
        }
        finally
        {
            foreach (var lane in lanes)
                lane.Queue.Writer.TryComplete();
            try
            {
                await Task.WhenAll(lanes.Select(l => l.Sending));
            }
            finally
            {
                foreach (var lane in lanes)
                    await lane.Link.DisposeAsync();
            }
        }

        var total = Sum(lanes);
        progress?.Report(total);
        return total;
    }

    private static async Task DealAsync(
        Stream file, List<Lane> lanes, double? speed, IProgress<ReplayProgress>? progress, TimeProvider time, CancellationToken cancellation)
    {
        var pace = new Pace(speed, time);
        var lane = lanes[0];
        await foreach (var stretch in StretchesAsync(file, cancellation))
        {
            if (stretch.Cut == StretchCut.Frame && Hj212Frame.TryRead(stretch.Bytes.Span, out var frame))
            {
                var segment = frame.Segment;
                lane = lanes[(int)(Hj212Crc.Compute(segment.Mn) % (uint)lanes.Count)];
                pace.Note(segment.Qn);
            }

            if (await pace.WaitAsync(cancellation))
                progress?.Report(Sum(lanes));
            await lane.Queue.Writer.WriteAsync(stretch.Bytes, cancellation);
        }
    }

    private static async IAsyncEnumerable<Stretch> StretchesAsync(
        Stream file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var cutter = new Hj212Cutter("", 0, _ => SourceAuthentication.NotJudged);
        var buffer = new byte[64 * 1024];
        while (await file.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            cutter.Feed(buffer.AsSpan(0, read), Instant.MinValue);
            foreach (var stretch in cutter.Take().Stretches)
                yield return stretch;
        }

        cutter.Complete(Instant.MinValue);
        foreach (var stretch in cutter.Take().Stretches)
            yield return stretch;
    }

    private static ReplayProgress Sum(List<Lane> lanes) => new(lanes.Sum(l => l.Sent), lanes.Sum(l => l.Bytes), lanes.Sum(l => l.Link.Answers));

    /// <summary>One connection with what waits for it.</summary>
    private sealed class Lane
    {
        private readonly Segmentation segmentation;
        private readonly CancellationTokenSource failed;

        public Lane(DeviceLink link, Segmentation segmentation, CancellationTokenSource failed)
        {
            (Link, this.segmentation, this.failed) = (link, segmentation, failed);
            Sending = Task.Run(SendAsync);
        }

        public DeviceLink Link { get; }

        public Channel<ReadOnlyMemory<byte>> Queue { get; } = Channel.CreateBounded<ReadOnlyMemory<byte>>(Waiting);

        public Task Sending { get; }

        public long Sent { get; private set; }

        public long Bytes { get; private set; }

        private async Task SendAsync()
        {
            try
            {
                await foreach (var first in Queue.Reader.ReadAllAsync(failed.Token))
                {
                    var bytes = segmentation == Segmentation.Glued ? Glue(first) : first;
                    await Link.SendAsync(bytes, segmentation, failed.Token);
                    Sent++;
                    Bytes += bytes.Length;
                }

                await Link.FinishAsync(failed.Token);
            }
            catch (OperationCanceledException)
            {
                // Cancelled by the caller, who knows, or by a lane that broke, which says so itself.
            }
            catch (System.Net.Sockets.SocketException)
            {
                await failed.CancelAsync();
                throw;
            }
        }

        private ReadOnlyMemory<byte> Glue(ReadOnlyMemory<byte> first)
        {
            var glued = new List<byte>(first.ToArray());
            for (var i = 1; i < GluedFrames && Queue.Reader.TryRead(out var next); i++)
            {
                glued.AddRange(next.Span);
                Sent++;
            }

            return glued.ToArray();
        }
    }
}
