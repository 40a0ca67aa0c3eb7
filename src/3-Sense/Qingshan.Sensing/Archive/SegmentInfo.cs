using System.Text.Json;
using System.Text.Json.Serialization;

namespace Qingshan.Sensing.Archive;

/// <summary>A segment as the index lists it. The segment being written has the root over what is durable so far.</summary>
/// <param name="Records">Records in the segment.</param>
/// <param name="Bytes">Bytes up to the footer.</param>
/// <param name="Root">Merkle root, 64 hexadecimal digits.</param>
public sealed record SegmentInfo(int Segment, long Records, long Bytes, NodaTime.Instant FirstReceivedAt, NodaTime.Instant LastReceivedAt, string Root, bool Sealed)
{
    internal static SegmentInfo Of(int segment, long bytes, SegmentSeal seal, bool isSealed) =>
        new(segment, seal.Records, bytes, seal.FirstReceivedAt, seal.LastReceivedAt, Convert.ToHexStringLower(seal.Root.Span), isSealed);
}

/// <summary>One line of <c>index.jsonl</c>: derived from the footers, for people and for copying tools; rewritten whenever it lags behind.</summary>
internal sealed record SegmentIndexLine(
    [property: JsonPropertyName("segment")] int Segment, [property: JsonPropertyName("records")] long Records,
    [property: JsonPropertyName("bytes")] long Bytes, [property: JsonPropertyName("first")] string First,
    [property: JsonPropertyName("last")] string Last, [property: JsonPropertyName("root")] string Root)
{
    public static void Write(string folder, IEnumerable<SegmentInfo> segments)
    {
        var lines = segments.Select(s => JsonSerializer.Serialize(
            new SegmentIndexLine(s.Segment, s.Records, s.Bytes, s.FirstReceivedAt.ToString(), s.LastReceivedAt.ToString(), s.Root)));
        var name = Path.Combine(folder, "index.jsonl");
        File.WriteAllLines(name + ".new", lines);
        File.Move(name + ".new", name, overwrite: true);
    }
}
