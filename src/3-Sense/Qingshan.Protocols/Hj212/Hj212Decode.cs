using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Qingshan.Protocols.Hj212;

/// <summary><c>qingshan decode hj212</c>: frames in, one JSON object a line out, in input order.</summary>
public static class Hj212Decode
{
    private const int ChunkBytes = 65536;

    /// <param name="input">Read in chunks to its end.</param>
    /// <param name="output">One JSON object a frame or rejection; with <paramref name="explain"/> the fields of each frame as text instead.</param>
    /// <param name="messages">One last line of counts, as JSON.</param>
    public static Hj212DecodeSummary Run(Stream input, TextWriter output, TextWriter messages, bool explain)
    {
        var framer = new Hj212Framer();
        var sink = new Printer(output, explain);
        var chunk = new byte[ChunkBytes];
        for (int read; (read = input.Read(chunk)) > 0;)
            framer.Feed(chunk.AsSpan(0, read), ref sink);
        framer.Complete(ref sink);
        var summary = new Hj212DecodeSummary(
            framer.ReceivedBytes, sink.Frames, sink.WithProblems, framer.FramedBytes, sink.Rejections, framer.RejectedBytes, framer.BlankBytes);
        messages.WriteLine(Line(summary));
        return summary;
    }

    private static string Line(Hj212DecodeSummary summary)
    {
        var rejected = string.Join(',', summary.Rejections
            .OrderBy(pair => pair.Key)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"\"{Hj212Catalogue.Of(pair.Key).Code}\":{pair.Value}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"bytes\":{summary.Bytes},\"frames\":{summary.Frames},\"framesWithProblems\":{summary.FramesWithProblems},\"framedBytes\":{summary.FramedBytes},\"rejected\":{{{rejected}}},\"rejectedBytes\":{summary.RejectedBytes},\"blankBytes\":{summary.BlankBytes}}}");
    }

    private sealed class Printer(TextWriter output, bool explain) : IHj212Sink
    {
        private readonly ArrayBufferWriter<byte> _line = new();
        private readonly SortedDictionary<Hj212RejectionReason, long> _rejections = [];
        private readonly Hj212Joiner _joiner = new(new Hj212JoinLimits());

        public long Frames { get; private set; }

        public long WithProblems { get; private set; }

        public IReadOnlyDictionary<Hj212RejectionReason, long> Rejections => _rejections;

        public void OnFrame(in Hj212Frame frame)
        {
            Frames++;
            if (Hj212Inspection.Inspect(frame) != Hj212Problems.None)
                WithProblems++;
            if (explain)
            {
                Explain(frame);
                return;
            }

            using var json = Begin();
            Hj212Json.Write(json, frame);
            End(json);
        }

        public void OnRejection(in Hj212Rejection rejection)
        {
            _rejections[rejection.Reason] = _rejections.GetValueOrDefault(rejection.Reason) + 1;
            using var json = Begin();
            Hj212Json.Write(json, rejection);
            End(json);
        }

        private Utf8JsonWriter Begin()
        {
            _line.ResetWrittenCount();
            return new Utf8JsonWriter(_line, Hj212Json.Options);
        }

        private void End(Utf8JsonWriter json)
        {
            json.Flush();
            output.WriteLine(Encoding.UTF8.GetString(_line.WrittenSpan));
        }

        private void Explain(in Hj212Frame frame)
        {
            foreach (var line in Hj212Explain.Explain(frame))
            {
                var last = line.Offset + line.Length - 1;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Offset,5}-{last,-5} {line.Raw}  {line.Zh} | {line.En}  [{line.Clause}]"));
            }

            var edition = Hj212Version.Infer(frame.Segment);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      版本 | edition: {edition.Year?.ToString(CultureInfo.InvariantCulture) ?? "-"} ({edition.Evidence})"));
            foreach (var problem in Hj212Catalogue.Each(Hj212Inspection.Inspect(frame)))
                output.WriteLine($"      {problem.Code}: {problem.Zh} | {problem.En}  [{problem.Clause}]");
            Joined(frame);
            output.WriteLine();
        }

        // A file tells no time of receipt: nothing expires in it.
        private void Joined(in Hj212Frame frame)
        {
            if (!frame.CrcOk || _joiner.Add(frame.Segment, DateTimeOffset.UnixEpoch) is not { Kind: not Hj212JoinKind.NotSplit } result)
                return;
            var entry = Hj212Catalogue.Of(result.Kind);
            var of = frame.Segment.Part is { } part ? string.Create(CultureInfo.InvariantCulture, $" {part.Number}/{part.Count}") : "";
            output.WriteLine($"      拆分包{of}：{entry.Zh} | packet{of}: {entry.En}  [{entry.Clause}]");
        }
    }
}
