using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Decoding;

/// <summary>An upload of measurements from an authenticated station, decoded and stored.</summary>
/// <param name="Position">Where its raw bytes lie in the archive.</param>
/// <param name="Next">The checkpoint of a consumer that has finished with this frame.</param>
/// <param name="Mn">设备唯一标识.</param>
/// <param name="Station">The station as registered now; null where it was struck off since.</param>
/// <param name="Source">Remote address and port.</param>
/// <param name="Authentication">How the source was authenticated at receipt.</param>
/// <param name="Command">2011 real time, 2051 minutes, 2061 hours, 2031 days.</param>
/// <param name="DataTime">Event time: the start of the period the values stand for.</param>
/// <param name="Late">Came later than its period and an allowance after the data time.</param>
/// <param name="Readings">Values in the order sent, repeats kept.</param>
/// <param name="FrameHash">SHA-256 leaf of the archive record, lower-case hexadecimal.</param>
public sealed record ObservedFrame(
    ArchivePosition Position, ArchivePosition Next, Instant ReceivedAt, string Mn, Station? Station, string Source, SourceAuthentication Authentication,
    int Command, Instant DataTime, bool Late, IReadOnlyList<ObservedReading> Readings, string FrameHash);

/// <summary>One value of one factor.</summary>
/// <param name="Factor">Factor code as sent: w20117.</param>
/// <param name="Statistic">Real-time, average, minimum, maximum, total …</param>
/// <param name="Value">Exact decimal in the factor's unit; null where the text is no number.</param>
/// <param name="ValueText">The value exactly as sent.</param>
/// <param name="Mark">Data mark (N normal, F stopped, M maintenance, S set by hand, D fault, C calibration, T beyond range, B no communication); empty where none was sent.</param>
public sealed record ObservedReading(string Factor, Hj212Statistic Statistic, decimal? Value, string ValueText, string Mark);
