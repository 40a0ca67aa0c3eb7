using System.Text;
using System.Text.Json;
using Qingshan.Protocols.Hj212;
using Qingshan.TestKit;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212ConformanceTests
{
    private const string AnnexC = "hj212/hj212-2017-appendixC.jsonl";
    private const string Packets = "hj212/packets.jsonl";

    [SharedDataFact(AnnexC)]
    public void Every_segment_of_annex_C_is_read_exactly()
    {
        var count = 0;
        foreach (var line in Lines(AnnexC))
        {
            count++;
            var raw = Encoding.UTF8.GetBytes(line.GetProperty("frame_computed").GetString()!);
            var decoded = Decode(raw);
            Assert.True(decoded.GetProperty("lengthOk").GetBoolean());
            Assert.True(decoded.GetProperty("crcOk").GetBoolean());
            Assert.Equal("2017", decoded.GetProperty("version").GetString());
            Assert.Equal(line.GetProperty("wellFormed").GetBoolean(), !Problems(decoded).Contains("separator-missing"));
            AssertContent(line, decoded);
        }

        Assert.Equal(153, count);
    }

    [SharedDataFact(Packets)]
    public void Every_packet_from_the_field_is_read_exactly()
    {
        var count = 0;
        foreach (var line in Lines(Packets))
        {
            count++;
            var decoded = Decode(Encoding.UTF8.GetBytes(line.GetProperty("raw").GetString()!));
            Assert.Equal(line.GetProperty("declaredLen").GetInt32(), decoded.GetProperty("declaredLength").GetInt32());
            Assert.Equal(line.GetProperty("actualLen").GetInt32(), decoded.GetProperty("actualLength").GetInt32());
            Assert.Equal(line.GetProperty("len_ok").GetBoolean(), decoded.GetProperty("lengthOk").GetBoolean());
            Assert.Equal(line.GetProperty("crc").GetString(), decoded.GetProperty("crc").GetString());
            Assert.Equal(line.GetProperty("crcComputed").GetString(), decoded.GetProperty("crcComputed").GetString());
            Assert.Equal(line.GetProperty("crc_ok").GetBoolean(), decoded.GetProperty("crcOk").GetBoolean());
            Assert.Equal(!line.GetProperty("crc_ok").GetBoolean(), Problems(decoded).Contains("crc-wrong"));
            AssertContent(line, decoded);
        }

        Assert.Equal(19, count);
    }

    [SharedDataFact(AnnexC)]
    public void Answers_of_annex_C_are_those_the_platform_gives()
    {
        var lines = Lines(AnnexC).ToList();
        var answered = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            var expected = lines[i].GetProperty("header").GetProperty("CN").GetString();
            if (expected is not ("9013" or "9014") || Qn(lines[i]) != Qn(lines[i - 1]))
                continue; // Table C.48 prints an answer without the upload it answers.
            var answer = Hj212Answer.For(Samples.Read(Encoding.UTF8.GetBytes(lines[i - 1].GetProperty("frame_computed").GetString()!)));
            Assert.NotNull(answer);
            Assert.Equal(lines[i].GetProperty("frame_computed").GetString(), Encoding.UTF8.GetString(answer));
            answered++;
        }

        Assert.Equal(21, answered);

        static string? Qn(JsonElement line) => line.GetProperty("header").GetProperty("QN").GetString();
    }

    [SharedDataFact(AnnexC)]
    public void Answers_of_annex_C_are_read_and_written_again_byte_by_byte()
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var line in Lines(AnnexC))
        {
            var raw = Encoding.UTF8.GetBytes(line.GetProperty("frame_computed").GetString()!);
            if (Hj212Reply.From(Samples.Read(raw).Segment) is not { } reply)
                continue;
            counts[reply.Command] = counts.GetValueOrDefault(reply.Command) + 1;
            Assert.Equal(raw, reply.ToFrame());
            Assert.Equal(reply.Command is 9011 or 9012, reply.Meaning is not null);
        }

        Assert.Equal([new(9011, 31), new(9012, 31), new(9013, 3), new(9014, 19)], counts);
    }

    [SharedDataFact(AnnexC)]
    public void Split_messages_of_annex_C_are_joined()
    {
        var joiner = new Hj212Joiner(new Hj212JoinLimits());
        var wholes = new List<string>();
        foreach (var line in Lines(AnnexC))
        {
            var raw = Encoding.UTF8.GetBytes(line.GetProperty("frame_computed").GetString()!);
            if (joiner.Add(Samples.Read(raw).Segment, DateTimeOffset.UnixEpoch).Whole is { } whole)
                wholes.Add(string.Join(' ', Hj212Report.From(Hj212Segment.Parse(whole))!.Measurements.Select(value => $"{value.Factor}-{value.Statistic}")));
        }

        const string all = "w00000-Total w00000-Minimum w00000-Average w00000-Maximum w01001-Minimum w01001-Average w01001-Maximum w01018-Total w01018-Minimum w01018-Average w01018-Maximum";
        Assert.Equal([all, all], wholes);
        Assert.Equal(0, joiner.Open);
    }

    [SharedDataFact(AnnexC)]
    public void Deviations_in_annex_C_are_the_misprints_of_the_standard()
    {
        var named = Lines(AnnexC).SelectMany(line => Problems(Decode(Encoding.UTF8.GetBytes(line.GetProperty("frame_computed").GetString()!))))
            .GroupBy(problem => problem).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal);
        // C.29 repeats e01001, C.14 writes 01018 for w01018, C.19 forgets the semicolon before CP.
        Assert.Equal(["factor-repeated 1", "factor-unknown 1", "factors-mixed 1", "separator-missing 1"], named);
    }

    [SharedDataFact(AnnexC)]
    public void Annex_C_as_one_glued_stream_gives_all_frames()
    {
        var stream = Lines(AnnexC).SelectMany(line => Encoding.UTF8.GetBytes(line.GetProperty("frame_computed").GetString()!)).ToArray();
        Assert.Equal(153, Collected.Of(stream, _ => 1).Sink.Frames.Count);
        Assert.Equal(153, Collected.Of(stream, _ => 1400).Sink.Frames.Count);
    }

    private static void AssertContent(JsonElement line, JsonElement decoded)
    {
        var header = line.GetProperty("header");
        foreach (var key in new[] { "QN", "ST", "CN", "PW", "MN", "PNUM", "PNO" })
            Assert.Equal(header.TryGetProperty(key, out var value) ? value.GetString() : null, decoded.GetProperty(key.ToLowerInvariant()).GetString());
        Assert.Equal(line.GetProperty("cp").GetRawText().Replace(" ", "", StringComparison.Ordinal), decoded.GetProperty("cp").GetRawText());
        var flag = decoded.GetProperty("flag");
        if (!line.TryGetProperty("flag", out var bits))
        {
            Assert.Equal(JsonValueKind.Null, flag.ValueKind);
            return;
        }

        Assert.Equal(bits.GetRawText().Replace(" ", "", StringComparison.Ordinal), flag.GetRawText());
    }

    private static JsonElement Decode(byte[] raw)
    {
        var output = new StringWriter();
        var summary = Hj212Decode.Run(new MemoryStream(raw), output, new StringWriter(), explain: false);
        Assert.Equal(1, summary.Frames);
        Assert.Equal(raw.Length, summary.FramedBytes);
        return JsonDocument.Parse(output.ToString()).RootElement.Clone();
    }

    private static List<string> Problems(JsonElement decoded) =>
        [.. decoded.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()!)];

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(SharedData.Path(file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement.Clone());
}
