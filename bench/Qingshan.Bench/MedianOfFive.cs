using System.Diagnostics;

namespace Qingshan.Bench;

/// <summary>Times a pass: one that is thrown away, then the median of five.</summary>
internal static class MedianOfFive
{
    private const int Rounds = 5;

    /// <returns>Seconds, and the most bytes that one pass allocated on its thread.</returns>
    public static (double Seconds, long Allocated) Of(Func<long> pass)
    {
        pass();
        var times = new double[Rounds];
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            pass();
            times[round] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            allocated = Math.Max(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Array.Sort(times);
        return (times[Rounds / 2], allocated);
    }
}
