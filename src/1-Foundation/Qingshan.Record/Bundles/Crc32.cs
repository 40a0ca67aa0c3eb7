namespace Qingshan.Record.Bundles;

/// <summary>The checksum that ZIP asks for (ISO 3309, reflected polynomial EDB88320).</summary>
internal static class Crc32
{
    public const uint Start = uint.MaxValue;

    private static readonly uint[] Table =
        [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ c >> 1 : c >> 1))];

    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            crc = Table[(crc ^ b) & 0xFF] ^ crc >> 8;
        return crc;
    }

    public static uint End(uint crc) => ~crc;

    /// <summary>The checksum of the next bytes of a stream, as many as there are up to the size.</summary>
    public static uint Of(Stream stream, long size)
    {
        var buffer = new byte[1 << 16];
        var crc = Start;
        for (int read; size > 0 && (read = stream.Read(buffer, 0, (int)Math.Min(size, buffer.Length))) > 0; size -= read)
            crc = Add(crc, buffer.AsSpan(0, read));
        return End(crc);
    }
}
