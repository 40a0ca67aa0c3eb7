using System.Net.Sockets;
using System.Text;
using NodaTime;
using Qingshan.Protocols.Ais;

namespace Qingshan.Sensing.Replay;

/// <summary>Sends a recorded file of AIS lines as a receiver would: in order, line by line, foreign text included, with CR LF after each.</summary>
public static class AisReplay
{
    private const int ChunkBytes = 64 * 1024;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <summary>Sends all of <paramref name="file"/> through the connections in turn, all lines of one sequence number through the same one.</summary>
    /// <param name="options">The speed goes by the <c>c:</c> times of the tag blocks; lines without one follow at once.</param>
    /// <exception cref="SocketException">The listener cannot be reached or broke the connection.</exception>
    public static async Task<ReplayProgress> RunAsync(
        Stream file, string host, int port, ReplayOptions options, IProgress<ReplayProgress>? progress, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Connections, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Connections, 10_000);
        var lanes = new List<Socket>();
        try
        {
            for (var i = 0; i < options.Connections; i++)
            {
                lanes.Add(new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
                await lanes[^1].ConnectAsync(host, port, cancellation);
            }

            var sent = await SendAsync(file, lanes, options.Speed, progress, time, cancellation);
            foreach (var lane in lanes)
                await FinishAsync(lane, time, cancellation);
            progress?.Report(sent);
            return sent;
        }
        finally
        {
            lanes.ForEach(lane => lane.Dispose());
        }
    }

    private static async Task<ReplayProgress> SendAsync(
        Stream file, List<Socket> lanes, double? speed, IProgress<ReplayProgress>? progress, TimeProvider time, CancellationToken cancellation)
    {
        var (pace, lane) = (new Pace(speed, time), 0);
        var (lines, bytes) = (0L, 0L);
        using var reader = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, ChunkBytes, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            var packed = Encoding.Latin1.GetBytes(line + "\r\n");
            Note(pace, packed);
            if (await pace.WaitAsync(cancellation))
                progress?.Report(new(lines, bytes, 0));
            // The parts of a message must not be torn apart: only a first or single part changes the lane.
            if (!Continues(packed))
                lane = (int)(lines % lanes.Count);
            for (ReadOnlyMemory<byte> rest = packed; !rest.IsEmpty;)
                rest = rest[await lanes[lane].SendAsync(rest, SocketFlags.None, cancellation)..];
            (lines, bytes) = (lines + 1, bytes + packed.Length);
        }

        return new(lines, bytes, 0);
    }

    private static void Note(Pace pace, ReadOnlySpan<byte> line)
    {
        if (Sentence(line, out var sentence) && !sentence.TagBlock.IsEmpty && NmeaTagBlock.Read(sentence.TagBlock).Time is { } seconds)
            pace.Note(Instant.FromUnixTimeSeconds(seconds));
    }

    private static bool Continues(ReadOnlySpan<byte> line) => Sentence(line, out var sentence) && sentence.Number > 1;

    private static bool Sentence(ReadOnlySpan<byte> line, out NmeaSentence sentence)
    {
        sentence = default;
        var start = NmeaSentence.Find(line);
        return start >= 0 && NmeaSentence.Read(line, start, out sentence) == AisRejection.None;
    }

    /// <summary>Says that no more will come and waits until the other side has read all and closes: closing earlier would throw away what lies in the buffers.</summary>
    private static async Task FinishAsync(Socket lane, TimeProvider time, CancellationToken cancellation)
    {
        lane.Shutdown(SocketShutdown.Send);
        using var quiet = new CancellationTokenSource(Quiet, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(quiet.Token, cancellation);
        try
        {
            while (await lane.ReceiveAsync(new byte[1], SocketFlags.None, either.Token) > 0)
            {
            }
        }
        catch (Exception over) when (over is SocketException || (over is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // It is over, which is all there is to know here.
        }
    }
}
