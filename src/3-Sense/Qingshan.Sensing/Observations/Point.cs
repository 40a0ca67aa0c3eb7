using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Observations;

/// <summary>One stored value: its event time (whole milliseconds since 1970), its text as sent, its data mark and the record it came from.</summary>
internal readonly record struct Point(long Time, string Text, string Mark, ArchivePosition Source)
{
    public Instant Instant => Instant.FromUnixTimeMilliseconds(Time);

    /// <summary>The exact decimal; null where the text is none.</summary>
    public decimal? Value => Hj212Number.TryRead(System.Text.Encoding.UTF8.GetBytes(Text), out var number) ? number.Value : null;
}
