using System.Globalization;

namespace Qingshan.Bench;

/// <summary>One measured figure with its yardstick from the same run.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The median, with its unit.</param>
/// <param name="Yardstick">What it is held against, with its unit.</param>
/// <param name="Ratio">Measured speed by the yardstick's; for a time, the time by the yardstick's time.</param>
/// <param name="Wanted">The bound that was set for it.</param>
internal sealed record Figure(string What, string Measured, string Yardstick, double Ratio, string Wanted)
{
    /// <summary>Writes the figures as a table for <c>bench/results</c>.</summary>
    public static void WriteTable(IEnumerable<Figure> figures, TextWriter output)
    {
        output.WriteLine("| what | measured (median of five) | yardstick in the same run | ratio | wanted |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var figure in figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Measured} | {figure.Yardstick} | {figure.Ratio:F2} | {figure.Wanted} |"));
    }
}
