using System.Buffers.Text;

namespace Qingshan.Protocols.Ais;

/// <summary>
/// What a tag block (NMEA 0183 4.x, IEC 61162-450) says: <c>s:</c> source, <c>c:</c> Unix time of the receiver, <c>g:</c> group of sentences that
/// belong together. A time is what the sender says and is trusted only where a listener is told to.
/// </summary>
/// <param name="Source">Station; empty when it does not say.</param>
/// <param name="Time">Unix seconds; null when it does not say. Values of more than 32 bits are milliseconds and are brought to seconds.</param>
/// <param name="Group">Group id; -1 when it does not say.</param>
public readonly ref struct NmeaTagBlock(ReadOnlySpan<byte> source, long? time, int group)
{
    public ReadOnlySpan<byte> Source { get; } = source;

    public long? Time { get; } = time;

    public int Group { get; } = group;

    /// <summary>Reads a tag block (without its backslashes) whose checksum was checked.</summary>
    public static NmeaTagBlock Read(ReadOnlySpan<byte> block)
    {
        ReadOnlySpan<byte> source = default;
        long? time = null;
        var group = -1;
        var star = block.LastIndexOf((byte)'*');
        var rest = star < 0 ? block : block[..star];
        while (!rest.IsEmpty)
        {
            var comma = rest.IndexOf((byte)',');
            var item = comma < 0 ? rest : rest[..comma];
            rest = comma < 0 ? [] : rest[(comma + 1)..];
            if (item.Length < 3 || item[1] != ':')
                continue;
            var value = item[2..];
            switch (item[0])
            {
                case (byte)'s':
                    source = value;
                    break;
                case (byte)'c' when Utf8Parser.TryParse(value, out long seconds, out var used) && used == value.Length && seconds >= 0:
                    time = seconds > uint.MaxValue ? seconds / 1000 : seconds;
                    break;
                case (byte)'g' when value.LastIndexOf((byte)'-') is >= 0 and var dash && Utf8Parser.TryParse(value[(dash + 1)..], out int id, out _):
                    group = id;
                    break;
            }
        }

        return new(source, time, group);
    }

    internal static bool IsWhole(ReadOnlySpan<byte> block)
    {
        var star = block.LastIndexOf((byte)'*');
        return star >= 0 && block.Length >= star + 3 && NmeaSentence.IsSum(block[..star], block[(star + 1)..(star + 3)]);
    }
}
