using NodaTime;
using Qingshan.Sensing.Archive;
using Qingshan.Signals.Exceedance;

namespace Qingshan.Signals.Tests.Exceedance;

/// <summary>Readings by the minute, of a limit of 0.5 mg/L.</summary>
internal static class Readings
{
    public const decimal Limit = 0.5m;

    public static Instant Start { get; } = Instant.FromUtc(2026, 3, 2, 1, 0);

    public static Instant Minute(double minute) => Start + Duration.FromSeconds(minute * 60);

    public static WatchedReading At(double minute, decimal value, string mark = "N") => new(Minute(minute), value, mark, Frame(minute));

    /// <summary>Where the frame of a minute lies: one byte a second.</summary>
    public static string Frame(double minute) => new ArchivePosition(1, (long)(minute * 60)).ToString();

    public static ExceedanceWatch Watch { get; } = new(Works.Mn, "w20117", "mg/L");

    /// <summary>Runs readings one minute apart from minute 0 on; gives the watch and all findings.</summary>
    public static (ExceedanceWatch Watch, List<Finding> Findings) Run(params decimal[] values) => Run([.. values.Select((value, minute) => At(minute, value))]);

    public static (ExceedanceWatch Watch, List<Finding> Findings) Run(IEnumerable<WatchedReading> readings)
    {
        var watch = Watch;
        var all = new List<Finding>();
        foreach (var reading in readings)
        {
            (watch, var findings) = watch.Step(ExceedanceRule.Current, Limit, reading);
            all.AddRange(findings);
        }

        return (watch, all);
    }
}
