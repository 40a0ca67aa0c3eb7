using System.Globalization;

namespace Qingshan.Bench;

/// <summary>Processor time of the processes that this one started, from <c>/proc</c>: what a frame costs on a machine that does other work too.</summary>
internal static class ProcessTime
{
    // Clock ticks a second of every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of user and system time of all living descendants.</summary>
    public static double OfDescendants()
    {
        var known = System.IO.Directory.EnumerateDirectories("/proc").Select(Read).OfType<(int Id, int Parent, double Seconds)>().ToList();
        var family = new HashSet<int> { Environment.ProcessId };
        while (known.Any(process => family.Contains(process.Parent) && family.Add(process.Id)))
        {
            // Until nobody is added: a child may stand before its parent.
        }

        return known.Where(process => process.Id != Environment.ProcessId && family.Contains(process.Id)).Sum(process => process.Seconds);
    }

    private static (int Id, int Parent, double Seconds)? Read(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        try
        {
            // "id (name) state parent … utime stime": the name may hold anything, also brackets.
            var line = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return (id, int.Parse(fields[1], CultureInfo.InvariantCulture), (Ticks(fields[11]) + Ticks(fields[12])) / TicksPerSecond);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return null;
        }
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
