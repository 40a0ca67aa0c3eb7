using System.Globalization;
using System.Text;
using NodaTime;
using Qingshan.Protocols.Hj212;
using Qingshan.Registry.Enterprises;

namespace Qingshan.Sensing.Demo;

/// <summary>The minute values of one factor in the demo hour, in its limit's unit.</summary>
internal sealed class DemoValues
{
    private const int Minutes = 60;

    private readonly List<decimal> values;
    private readonly string format;

    private DemoValues(string factor, List<decimal> values, int decimals) =>
        (Factor, this.values, format) = (factor, values, "F" + decimals.ToString(CultureInfo.InvariantCulture));

    public string Factor { get; }

    public string Minimum => values.Min().ToString(format, CultureInfo.InvariantCulture);

    public string Maximum => values.Max().ToString(format, CultureInfo.InvariantCulture);

    public string Average => values.Average().ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Values around two fifths of the limit, in the middle of a range, or 5.2 to 6.2 times the limit (at 0.5 mg/L: 2.6 to 3.1 mg/L).</summary>
    public static DemoValues Of(string mn, DischargeLimit limit, bool exceeding, LocalDateTime hour)
    {
        var random = new Random(Seed($"{mn} {limit.Factor} {hour.Date.DayOfYear} {hour.Hour}"));
        var (low, width) = (limit.Lower, exceeding) switch
        {
            (_, true) => (limit.Value * 5.2m, limit.Value),
            ({ } lower, _) => (((lower + limit.Value) / 2) - ((limit.Value - lower) / 8), (limit.Value - lower) / 4),
            _ => (limit.Value * 0.35m, limit.Value * 0.1m),
        };
        var decimals = Decimals(limit.Value);
        var values = Enumerable.Range(0, Minutes).Select(_ => decimal.Round(low + (width * random.Next(0, 1001) / 1000), decimals)).ToList();
        return new DemoValues(limit.Factor, values, decimals);
    }

    public string Text(int minute) => values[minute].ToString(format, CultureInfo.InvariantCulture);

    private static int Decimals(decimal limit)
    {
        var decimals = 1;
        for (; limit is > 0 and < 1 && decimals < 6; limit *= 10)
            decimals++;
        return Math.Max(2, decimals);
    }

    private static int Seed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return (Hj212Crc.Compute(bytes) << 8) ^ bytes.Length;
    }
}
