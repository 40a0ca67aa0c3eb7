using System.Collections.Frozen;
using System.Text.Json;

namespace Qingshan.Geography.Divisions;

/// <summary>The divisions known by name: Zhejiang, its cities, and the districts and counties of Zhoushan.</summary>
public static class DivisionTable
{
    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<Division> All { get; } = Load();

    private static readonly FrozenDictionary<string, Division> ByCode = All.ToFrozenDictionary(d => d.Code, StringComparer.Ordinal);

    public static Division? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The divisions directly below one.</summary>
    public static IReadOnlyList<Division> Children(string code) => [.. All.Where(d => d.Parent == code)];

    /// <summary>From the province down to the division itself; empty when the code is unknown.</summary>
    public static IReadOnlyList<Division> Path(string code)
    {
        var path = new List<Division>();
        for (var division = Find(code); division is not null; division = division.Parent is null ? null : Find(division.Parent))
            path.Insert(0, division);
        return path;
    }

    private static List<Division> Load()
    {
        using var stream = typeof(DivisionTable).Assembly.GetManifestResourceStream("divisions.json")!;
        return JsonSerializer.Deserialize<List<Division>>(stream, JsonSerializerOptions.Web)!;
    }
}
