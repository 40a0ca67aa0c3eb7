using System.Globalization;

namespace Qingshan.Protocols.Hj212;

/// <summary>A time of the site's own clock and zone as the protocol writes it; the zone is not in the frame.</summary>
/// <param name="Number">yyyyMMddHHmmss as one number.</param>
/// <param name="Millisecond">0–999; 0 where the sender gave none.</param>
public readonly record struct Hj212LocalTime(long Number, int Millisecond)
{
    public int Year => (int)(Number / 10_000_000_000);

    public int Month => (int)(Number / 100_000_000 % 100);

    public int Day => (int)(Number / 1_000_000 % 100);

    public int Hour => (int)(Number / 10_000 % 100);

    public int Minute => (int)(Number / 100 % 100);

    public int Second => (int)(Number % 100);

    /// <summary>Reads yyyyMMddHHmmss or yyyyMMddHHmmssfff with a real calendar date and time of day.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Hj212LocalTime time)
    {
        time = default;
        if (text.Length is not (14 or 17) || !Hj212Text.IsDigits(text))
            return false;
        long number = 0;
        foreach (var digit in text[..14])
            number = number * 10 + (digit - '0');
        var millisecond = 0;
        foreach (var digit in text[14..])
            millisecond = millisecond * 10 + (digit - '0');
        time = new Hj212LocalTime(number, millisecond);
        return time.IsReal;
    }

    public override string ToString() => Number.ToString("D14", CultureInfo.InvariantCulture);

    private bool IsReal =>
        Year >= 1 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Month) && Hour < 24 && Minute < 60 && Second < 60;
}
