using System.Collections.Frozen;
using System.Text;

namespace Qingshan.Protocols.Hj212;

/// <summary>The code tables of HJ 212-2017 and the texts of problems and rejections, read from the embedded data file.</summary>
public static class Hj212Catalogue
{
    private static readonly FrozenDictionary<(string Kind, string Code), Hj212Entry> Entries = Load();

    private static readonly Hj212Problems[] AllProblems = Enum.GetValues<Hj212Problems>()[1..];

    /// <summary>The entry of a kind (<c>st</c>, <c>cn</c>, <c>field</c>, <c>suffix</c>, <c>param</c>, <c>mark</c>, <c>qnrtn</c>, <c>exertn</c>), or null.</summary>
    public static Hj212Entry? Find(string kind, string code) => Entries.GetValueOrDefault((kind, code));

    public static Hj212Entry Of(Hj212RejectionReason reason) => Entries[("rejection", Kebab(reason.ToString()))];

    /// <summary>The entry of one single problem.</summary>
    public static Hj212Entry Of(Hj212Problems problem) => Entries[("problem", Kebab(problem.ToString()))];

    /// <summary>The entries of all problems in the set, in the order of their bits.</summary>
    public static IEnumerable<Hj212Entry> Each(Hj212Problems problems) =>
        AllProblems.Where(problem => (problems & problem) != 0).Select(Of);

    private static FrozenDictionary<(string Kind, string Code), Hj212Entry> Load() =>
        Hj212Data.Rows("hj212-catalogue.psv")
            .Select(row => new Hj212Entry(row[0], row[1], row[2], row[3], row[4], row[5]))
            .ToFrozenDictionary(entry => (entry.Kind, entry.Code));

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
