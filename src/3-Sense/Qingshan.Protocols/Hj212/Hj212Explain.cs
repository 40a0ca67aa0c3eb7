using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Qingshan.Protocols.Hj212;

/// <summary>One field of a frame for a reader.</summary>
/// <param name="Offset">Index of the field's first byte in the frame.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Raw">The bytes as text, passwords masked.</param>
/// <param name="Clause">Clause of HJ 212-2017 (or the standard named).</param>
public sealed record Hj212Explanation(int Offset, int Length, string Raw, string Zh, string En, string Clause);

/// <summary>Explains a frame byte by byte: head, length, every field and item, checksum, line end, then the edition and every deviation.</summary>
public static class Hj212Explain
{
    private const string Packet = "6.3 table 2";

    public static IReadOnlyList<Hj212Explanation> Explain(in Hj212Frame frame)
    {
        var lines = new List<Hj212Explanation>();
        var raw = frame.Raw;
        var head = frame.HeadLength;
        lines.Add(new(0, 2, "##", "包头", "frame head", Packet));
        lines.Add(new(2, head - 2, Hj212Text.ToText(raw[2..head]), Length(frame, "数据段长度", "，实际"), Length(frame, "length of the data segment", ", in fact "), Packet));
        var segment = frame.Segment;
        Fields(lines, segment, Hj212Version.Infer(segment).Year, head);
        var crcAt = head + frame.ActualLength;
        var computed = frame.CrcComputed.ToString("X4", CultureInfo.InvariantCulture);
        lines.Add(new(
            crcAt,
            Hj212Scan.CrcLength,
            Hj212Text.ToText(frame.Crc),
            frame.CrcOk ? "CRC校验，相符" : segment.IsEncrypted ? "CRC校验（按明文计算）" : $"CRC校验，不符，计算值{computed}",
            frame.CrcOk ? "CRC, fits" : segment.IsEncrypted ? "CRC (of the plain text)" : $"CRC, does not fit, computed {computed}",
            "annex A"));
        if (frame.TerminatorLength > 0)
            lines.Add(new(crcAt + Hj212Scan.CrcLength, frame.TerminatorLength, LineEnd(raw[^frame.TerminatorLength..]), "包尾", "line end", Packet));
        return lines;
    }

    private static string Length(in Hj212Frame frame, string text, string but) =>
        frame.LengthOk || frame.Segment.IsEncrypted ? text : string.Create(CultureInfo.InvariantCulture, $"{text}{but}{frame.ActualLength}");

    private static void Fields(List<Hj212Explanation> lines, in Hj212Segment segment, int? year, int at)
    {
        for (var field = Hj212Field.Qn; field <= Hj212Field.Rf; field++)
        {
            if (segment.Has(field))
                lines.Add(Field(segment, field, year, at));
        }

        if ((segment.HeaderProblems & Hj212Problems.CpMissing) == 0)
            DataArea(lines, segment, year, at);
        lines.Sort((left, right) => left.Offset.CompareTo(right.Offset));
    }

    private static void DataArea(List<Hj212Explanation> lines, in Hj212Segment segment, int? year, int at)
    {
        const int openLength = 5;
        var entry = Hj212Catalogue.Find("field", "CP")!;
        var start = Start(segment.Bytes, segment.Cp);
        var end = start + segment.Cp.Length;
        var open = segment.Bytes.Slice(start - openLength, openLength);
        lines.Add(new(at + start - openLength, openLength, Hj212Text.ToText(open), entry.Zh, entry.En, entry.Clause));
        if (segment.IsEncrypted)
            lines.Add(new(at + start, segment.Cp.Length, Hj212Text.ToText(segment.Cp), "加密的数据区（SM4）", "encrypted data area (SM4)", "HJ 212-2025 annex A"));
        else
            Items(lines, segment, year, at + start);
        if (segment.Bytes.Length > end)
            lines.Add(new(at + end, segment.Bytes.Length - end, Hj212Text.ToText(segment.Bytes[end..]), "数据区结束", "end of the data area", entry.Clause));
    }

    private static void Items(List<Hj212Explanation> lines, in Hj212Segment segment, int? year, int at)
    {
        foreach (var item in segment.Items)
            lines.Add(Hj212ItemExplain.Explain(item, year, at + item.Start));
    }

    private static Hj212Explanation Field(in Hj212Segment segment, Hj212Field field, int? year, int at)
    {
        var value = segment.Raw(field);
        var key = Hj212Text.ToText(Hj212Header.Key(field));
        var entry = Hj212Catalogue.Find("field", key)!;
        var text = Hj212Text.ToText(value);
        var code = field switch
        {
            Hj212Field.St => Hj212Catalogue.FindAny("st", text, year),
            Hj212Field.Cn => Hj212Catalogue.FindAny("cn", text, year),
            _ => null,
        };
        var (zh, en) = field == Hj212Field.Flag ? Flag(segment.Flag) : (code?.Zh, code?.En);
        var start = Start(segment.Bytes, value) - key.Length - 1;
        var whole = segment.Bytes.Slice(start, key.Length + 1 + value.Length);
        return new(
            at + start,
            whole.Length,
            Hj212Mask.Text(whole),
            Joined(entry.Zh, "：", zh),
            Joined(entry.En, ": ", en),
            entry.Clause);
    }

    private static (string? Zh, string? En) Flag(Hj212Flag? flag) => flag is not { } bits ? (null, null) : (
        string.Create(CultureInfo.InvariantCulture, $"版本位{bits.Version}，{(bits.Split ? "拆分包" : "不拆分")}，{(bits.Ack ? "要求应答" : "不要求应答")}"),
        string.Create(CultureInfo.InvariantCulture, $"version bits {bits.Version}, {(bits.Split ? "split" : "not split")}, {(bits.Ack ? "answer wanted" : "no answer wanted")}"));

    internal static string Joined(string text, string separator, string? more) => more is null ? text : text + separator + more;

    // MemoryExtensions.Overlaps knows no place for an empty part.
    private static int Start(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> part) =>
        (int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(whole), ref MemoryMarshal.GetReference(part));

    private static string LineEnd(ReadOnlySpan<byte> bytes) => bytes.Length == 2 ? "CR LF" : bytes[0] == '\r' ? "CR" : "LF";
}
