using System.Globalization;
using System.Security.Cryptography;

namespace Qingshan.Record;

/// <summary>Makes ids that sort by time: 48 bits of Unix milliseconds and 80 random bits, 32 hex digits. Time and randomness are injected.</summary>
public sealed class Ids(TimeProvider time, Action<Span<byte>>? fill = null)
{
    private const int StockSize = 400;

    // To ask the generator for ten bytes costs nearly as much as for hundreds: each thread keeps some in stock.
    [ThreadStatic]
    private static Stock? stock;

    private readonly Action<Span<byte>> fill = fill ?? FromStock;

    public string New()
    {
        Span<byte> random = stackalloc byte[10];
        fill(random);
        return time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(random);
    }

    private static void FromStock(Span<byte> bytes)
    {
        var mine = stock ??= new();
        if (mine.Left < bytes.Length)
        {
            RandomNumberGenerator.Fill(mine.Bytes);
            mine.Left = StockSize;
        }

        mine.Left -= bytes.Length;
        mine.Bytes.AsSpan(mine.Left, bytes.Length).CopyTo(bytes);
    }

    private sealed class Stock
    {
        public byte[] Bytes { get; } = new byte[StockSize];

        public int Left { get; set; }
    }
}
