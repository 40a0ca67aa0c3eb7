using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Qingshan.Registry.Vessels;

namespace Qingshan.Registry.Exchange;

/// <summary>A column of an exchanged file, and how an object fills it.</summary>
/// <param name="Name">Heading of the column, name of the property.</param>
/// <param name="Required">A sheet without the column is refused.</param>
/// <param name="IsList">GeoJSON writes it as a list of texts.</param>
/// <param name="InGeometry">GeoJSON has it as the geometry.</param>
internal sealed record ExchangeColumn<T>(string Name, string Zh, string En, Func<T, string> Write, bool Required = false, bool IsList = false, bool InGeometry = false);

/// <summary>Values as the text of a cell.</summary>
internal static class Cells
{
    public static string Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

    public static string Flag(bool flag) => flag ? "true" : "false";

    public static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static string Texts(IEnumerable<string> values) => ListText.Join(ListText.Items, values.Select(ListText.Escape));

    /// <summary>Uses of the past; one without days is its text alone.</summary>
    public static string Uses(IEnumerable<Used> uses) => ListText.Join(ListText.Items, uses.Select(Use));

    private static string Use(Used used) => used.From is null && used.To is null
        ? ListText.Escape(used.Text)
        : ListText.Join(ListText.Parts, [ListText.Escape(used.Text), Date(used.From), Date(used.To)]);
}
