using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Canonical;
using Qingshan.Record.Merkle;

namespace Qingshan.Record.Entries;

/// <summary>
/// What is stored and hashed for an entry: one canonical JSON object with the members body, by, format, key, occurred, pos, prev, recorded,
/// schema, stream, type, ver. <c>prev</c> is the leaf hash of the stream's previous entry, empty for its first; <c>format</c> is 1.
/// </summary>
public sealed record Envelope(
    JsonElement Body, Actor By, string Key, Instant OccurredAt, long Position, string Previous, Instant RecordedAt,
    int Schema, StreamId Stream, string Type, long Version)
{
    /// <summary>Version of the envelope's own form.</summary>
    public const int Format = 1;

    private static readonly string[] Members = ["body", "by", "format", "key", "occurred", "pos", "prev", "recorded", "schema", "stream", "type", "ver"];

    /// <summary>Reads stored bytes; null and the problem when they are not an envelope in canonical form. Never throws on input.</summary>
    public static Envelope? TryRead(ReadOnlyMemory<byte> bytes, out string? problem)
    {
        problem = "not in canonical form";
        if (!CanonicalJson.IsCanonical(bytes))
            return null;
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement.Clone();
        problem = "not an envelope";
        if (root.ValueKind != JsonValueKind.Object || !root.EnumerateObject().Select(m => m.Name).SequenceEqual(Members))
            return null;
        try
        {
            problem = root.GetProperty("format").TryGetInt32(out var format) && format == Format ? null : "envelope of another format";
            return problem is null ? Read(root) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            problem = "a member of the envelope is malformed";
            return null;
        }
    }

    /// <summary>Reads bytes that this record stored; throws when they are not an envelope.</summary>
    internal static Envelope Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return Read(document.RootElement.Clone());
    }

    private static Envelope Read(JsonElement root)
    {
        var by = root.GetProperty("by");
        return new(
            root.GetProperty("body"),
            new(Text(by, "person"), Text(by, "post"), Text(by, "agency"), Text(by, "purpose")),
            Text(root, "key"),
            Time(root, "occurred"),
            root.GetProperty("pos").GetInt64(),
            Text(root, "prev"),
            Time(root, "recorded"),
            root.GetProperty("schema").GetInt32(),
            StreamId.TryParse(Text(root, "stream")) ?? throw new FormatException("stream"),
            Text(root, "type"),
            root.GetProperty("ver").GetInt64());
    }

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static Instant Time(JsonElement owner, string name) =>
        InstantPattern.ExtendedIso.Parse(Text(owner, name)).TryGetValue(default, out var instant) ? instant : throw new FormatException(name);
}

/// <summary>The parts of an envelope that are known before the appender gives place, time and predecessor.</summary>
internal sealed class EnvelopeDraft
{
    private readonly byte[] head;
    private readonly byte[] tail;
    private IncrementalHash? begun;

    public EnvelopeDraft(byte[] body, Actor by, string key, Instant occurredAt, EntryType type, StreamId stream)
    {
        var output = new ArrayBufferWriter<byte>(body.Length + 256);
        output.Write("{\"body\":"u8);
        output.Write(body);
        WriteMember(output, ",\"by\":{\"agency\":"u8, by.Agency);
        WriteMember(output, ",\"person\":"u8, by.Person);
        WriteMember(output, ",\"post\":"u8, by.Post);
        WriteMember(output, ",\"purpose\":"u8, by.Purpose);
        WriteMember(output, "},\"format\":1,\"key\":"u8, key);
        WriteMember(output, ",\"occurred\":"u8, InstantPattern.ExtendedIso.Format(occurredAt));
        output.Write(",\"pos\":"u8);
        head = output.WrittenSpan.ToArray();
        begun = MerkleHash.BeginLeaf(head);
        tail = Encoding.UTF8.GetBytes(FormattableString.Invariant($"\",\"schema\":{type.Schema},\"stream\":\"{stream}\",\"type\":\"{type.Name}\",\"ver\":"));
    }

    /// <summary>Writes the whole envelope.</summary>
    public void Write(ArrayBufferWriter<byte> output, long position, byte[] previous, ReadOnlySpan<char> recorded, long version)
    {
        output.Write(head);
        WriteNumber(output, position);
        output.Write(",\"prev\":\""u8);
        Convert.TryToHexStringLower(previous, output.GetSpan(2 * previous.Length), out var written);
        output.Advance(written);
        output.Write("\",\"recorded\":\""u8);
        Encoding.ASCII.GetBytes(recorded, output);
        output.Write(tail);
        WriteNumber(output, version);
        output.Write("}"u8);
    }

    /// <summary>Leaf hash of what <see cref="Write"/> wrote. Most of the bytes were hashed before the appender's turn; written again, it is hashed anew.</summary>
    public byte[] Leaf(ReadOnlySpan<byte> written)
    {
        using var hash = begun;
        begun = null;
        if (hash is null)
            return MerkleHash.Leaf(written);
        hash.AppendData(written[head.Length..]);
        return hash.GetHashAndReset();
    }

    private static void WriteMember(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, string text)
    {
        output.Write(name);
        CanonicalText.Write(output, text);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> output, long number)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(20), out var written);
        output.Advance(written);
    }
}
