using NodaTime;

namespace Qingshan.Sensing.Archive;

/// <summary>What is to be archived as one record: a stretch of received bytes as they came, with when and where from.</summary>
/// <param name="ReceivedAt">When its last byte was read; kept to 100 ns.</param>
/// <param name="Source">Remote address and port, at most 255 ASCII characters.</param>
/// <param name="Connection">Number of the connection within this run of the listener.</param>
internal sealed record Stretch(
    Instant ReceivedAt, string Source, long Connection, StretchCut Cut, SourceAuthentication Authentication, ReadOnlyMemory<byte> Bytes);
