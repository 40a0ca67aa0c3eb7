using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Record.Reasons;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Observations;

/// <summary>One point of a series.</summary>
/// <param name="Value">Exact decimal in the factor's unit; null where the text is no number.</param>
/// <param name="Text">The value exactly as sent.</param>
/// <param name="Mark">Data mark; empty where none was sent.</param>
/// <param name="Source">The record it came from.</param>
/// <param name="Revision">0 for the value that came first for this time, 1 for one that came later and differs, …</param>
public sealed record SeriesPoint(Instant Time, decimal? Value, string Text, string Mark, ArchivePosition Source, int Revision);

/// <summary>The newest value of one object.</summary>
public sealed record LatestPoint(string Mn, int Command, string Factor, Hj212Statistic Statistic, SeriesPoint Point);

/// <summary>A received stretch that gave no observation.</summary>
/// <param name="Decoded">True: a valid frame that was withheld; false: rejected.</param>
/// <param name="Mn">The station it names; empty where that cannot be read. For rejected and unauthenticated frames a mere claim.</param>
/// <param name="Text">Up to 2,048 bytes as text, passwords masked.</param>
public sealed record QuarantinedStretch(
    ArchivePosition Position, Instant ReceivedAt, string Source, SourceAuthentication Authentication, bool Decoded, Reason Reason, string Mn, int Bytes, string Text);

/// <summary>A raw record as evidence.</summary>
/// <param name="Hash">SHA-256 leaf in the Merkle tree of its segment, lower-case hexadecimal.</param>
/// <param name="Bytes">The frame exactly as received. Holds the station's password.</param>
public sealed record SliceRecord(ArchivePosition Position, Instant ReceivedAt, string Source, SourceAuthentication Authentication, string Hash, ReadOnlyMemory<byte> Bytes);

/// <summary>What a station sent about a period, ready to be sealed into the record.</summary>
/// <param name="Records">Every stored frame with a value in the period, in the order of receipt.</param>
/// <param name="Segments">The segments they lie in, each with its Merkle root (of the open segment: over what is durable now, as many records as it says).</param>
/// <param name="DecoderVersion">Decoder and rules that made observations of them.</param>
/// <param name="Hash">SHA-256 over the record hashes in order, lower-case hexadecimal.</param>
public sealed record EvidenceSlice(
    string Mn, Instant From, Instant To, IReadOnlyList<SliceRecord> Records, IReadOnlyList<SegmentInfo> Segments, string DecoderVersion, string Hash);

/// <summary>What was observed. All times are event times (data time), from inclusive, to exclusive.</summary>
public interface IObservations
{
    /// <summary>Values of one object by time.</summary>
    /// <param name="command">2011 real time, 2051 minutes, 2061 hours, 2031 days.</param>
    IReadOnlyList<SeriesPoint> Series(string mn, int command, string factor, Hj212Statistic statistic, Instant from, Instant to);

    /// <summary>The newest value of every object of a station.</summary>
    IReadOnlyList<LatestPoint> Latest(string mn);

    /// <summary>The raw frames behind a station's values in a period.</summary>
    EvidenceSlice Slice(string mn, Instant from, Instant to);

    /// <summary>Stretches that gave no observation, newest first.</summary>
    /// <param name="mn">Only those that name this station; null: all.</param>
    /// <param name="before">Only older ones: the position of the last one of the page before.</param>
    IReadOnlyList<QuarantinedStretch> Quarantined(int limit, string? mn = null, ArchivePosition? before = null);

    /// <summary>The archived record at a position; null where there is none.</summary>
    ArchiveRecord? Raw(ArchivePosition position);
}
