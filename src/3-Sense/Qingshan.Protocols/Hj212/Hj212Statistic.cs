namespace Qingshan.Protocols.Hj212;

/// <summary>What a value of a factor is; the suffix of its key (table 4).</summary>
public enum Hj212Statistic
{
    /// <summary>Rtd.</summary>
    RealTime,

    /// <summary>Avg.</summary>
    Average,

    /// <summary>Min.</summary>
    Minimum,

    /// <summary>Max.</summary>
    Maximum,

    /// <summary>Cou: total over the period, in the factor's total unit.</summary>
    Total,

    /// <summary>ZsRtd: converted to standard oxygen.</summary>
    ConvertedRealTime,

    /// <summary>ZsAvg.</summary>
    ConvertedAverage,

    /// <summary>ZsMin.</summary>
    ConvertedMinimum,

    /// <summary>ZsMax.</summary>
    ConvertedMaximum,

    /// <summary>Data, DayData, NightData: noise.</summary>
    Noise,

    NoiseByDay,

    NoiseByNight,
}
