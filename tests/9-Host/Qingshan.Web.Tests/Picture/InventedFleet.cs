using NodaTime;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Web.Tests.Picture;

/// <summary>
/// Invented vessels that sail straight on, for tests and benchmarks only: where each one is follows from its number and the time. Every vessel reports at
/// every change, which is more than any sea does.
/// </summary>
internal sealed class InventedFleet(Func<Instant> now, int count) : IVesselPicture
{
    private const int FirstMmsi = 412_900_000;
    private const double WestLongitude = 121.0;
    private const double SouthLatitude = 29.0;
    private const double Width = 3.0;
    private const double Height = 2.2;
    private const int Columns = 200;
    private const double DegreesInTenthOfKnotSecond = 0.1 * 1852 / 3600 / 111_195;
    private static readonly int[] Types = [30, 30, 30, 70, 80, 60, 52, 0];
    private static readonly byte[] Statuses = [0, 0, 0, 7, 1, 5, 0, 3];

    /// <summary>How many there are; 0 is an empty sea.</summary>
    public int Count { get; set; } = count;

    /// <summary>The sea that they sail begins at this time.</summary>
    public Instant Start { get; } = now();

    // A second of the clock is a change; the first one is 1.
    public long Change => Count == 0 ? 0 : (long)(now() - Start).TotalSeconds + 1;

    public IReadOnlyList<VesselFix> Since(long change) => change >= Change ? [] : Fixes(now());

    public IReadOnlyList<VesselFix> At(Instant at) => at < Start - Duration.FromHours(3) ? [] : Fixes(at);

    public VesselIdentity? Identity(int mmsi) => mmsi - FirstMmsi is var n && n >= 0 && n < Count
        ? new VesselIdentity(mmsi, FormattableString.Invariant($"SHIFAN {n:D5}"), FormattableString.Invariant($"BDM{n}"), 0, Types[n % Types.Length], 40 + (n % 160), 8 + (n % 20), "", Start)
        : null;

    public IReadOnlyList<VesselFix> Track(int mmsi, Instant from, Instant to) => mmsi - FirstMmsi is var n && n >= 0 && n < Count
        ? [.. Enumerable.Range(0, (int)(to - from).TotalMinutes + 1).Select(minute => from + Duration.FromMinutes(minute)).Where(at => at < to).Select(at => Fix(n, at))]
        : [];

    public static int Mmsi(int number) => FirstMmsi + number;

    private List<VesselFix> Fixes(Instant at) => [.. Enumerable.Range(0, Count).Select(number => Fix(number, at))];

    private VesselFix Fix(int number, Instant at)
    {
        var status = Statuses[number % Statuses.Length];
        var speed = status is 1 or 5 ? 0 : 20 + (number * 7 % 160);
        var course = number * 37 % 3600;
        // There and back within a quarter of an hour each way, so that nobody leaves the sea.
        var seconds = Math.Abs(((at - Start).TotalSeconds + 900_000) % 1800 - 900);
        var way = speed * seconds * DegreesInTenthOfKnotSecond;
        var latitude = SouthLatitude + (Height * (number / Columns % 100) / 100) + (way * Math.Cos(course * Math.PI / 1800));
        var longitude = WestLongitude + (Width * (number % Columns) / Columns) + (way * Math.Sin(course * Math.PI / 1800));
        return new(
            FirstMmsi + number, at, (int)(longitude * VesselFix.Degree), (int)(latitude * VesselFix.Degree), (ushort)speed, (ushort)course, (ushort)(course / 10), status, Change);
    }
}
