namespace Qingshan.Protocols.Hj212;

internal static class Hj212Suffixes
{
    public static Hj212Statistic? StatisticOf(ReadOnlySpan<byte> suffix)
    {
        if (suffix.Length == 3)
        {
            return ((suffix[0] << 16) | (suffix[1] << 8) | suffix[2]) switch
            {
                ('R' << 16) | ('t' << 8) | 'd' => Hj212Statistic.RealTime,
                ('A' << 16) | ('v' << 8) | 'g' => Hj212Statistic.Average,
                ('M' << 16) | ('i' << 8) | 'n' => Hj212Statistic.Minimum,
                ('M' << 16) | ('a' << 8) | 'x' => Hj212Statistic.Maximum,
                ('C' << 16) | ('o' << 8) | 'u' => Hj212Statistic.Total,
                _ => null,
            };
        }

        if (suffix.Length < 4)
            return null;
        if (suffix.Length == 5 && suffix.StartsWith("Zs"u8))
        {
            return StatisticOf(suffix[2..]) switch
            {
                Hj212Statistic.RealTime => Hj212Statistic.ConvertedRealTime,
                Hj212Statistic.Average => Hj212Statistic.ConvertedAverage,
                Hj212Statistic.Minimum => Hj212Statistic.ConvertedMinimum,
                Hj212Statistic.Maximum => Hj212Statistic.ConvertedMaximum,
                _ => null,
            };
        }

        return suffix.SequenceEqual("Data"u8) ? Hj212Statistic.Noise
            : suffix.SequenceEqual("DayData"u8) ? Hj212Statistic.NoiseByDay
            : suffix.SequenceEqual("NightData"u8) ? Hj212Statistic.NoiseByNight
            : null;
    }

    /// <summary>The suffix as the standard writes it.</summary>
    public static string Text(Hj212Statistic statistic) => statistic switch
    {
        Hj212Statistic.RealTime => "Rtd",
        Hj212Statistic.Average => "Avg",
        Hj212Statistic.Minimum => "Min",
        Hj212Statistic.Maximum => "Max",
        Hj212Statistic.Total => "Cou",
        Hj212Statistic.ConvertedRealTime => "ZsRtd",
        Hj212Statistic.ConvertedAverage => "ZsAvg",
        Hj212Statistic.ConvertedMinimum => "ZsMin",
        Hj212Statistic.ConvertedMaximum => "ZsMax",
        Hj212Statistic.Noise => "Data",
        Hj212Statistic.NoiseByDay => "DayData",
        _ => "NightData",
    };

    /// <summary>The value of <c>factor-suffix</c> in the group around <paramref name="start"/>; empty where there is none.</summary>
    public static ReadOnlySpan<byte> FindInGroup(ReadOnlySpan<byte> cp, int start, ReadOnlySpan<byte> factor, ReadOnlySpan<byte> suffix)
    {
        var first = cp[..start].LastIndexOf((byte)';') + 1;
        var length = cp[start..].IndexOf((byte)';');
        var group = length < 0 ? cp[first..] : cp[first..(start + length)];
        while (!group.IsEmpty)
        {
            var end = group.IndexOf((byte)',');
            var item = end < 0 ? group : group[..end];
            group = end < 0 ? default : group[(end + 1)..];
            var equals = factor.Length + 1 + suffix.Length;
            if (item.Length > equals && item[equals] == '=' && item[factor.Length] == '-'
                && item.StartsWith(factor) && item[(factor.Length + 1)..equals].SequenceEqual(suffix))
                return item[(equals + 1)..];
        }

        return default;
    }
}
