using System.Collections.Frozen;
using System.Text;

namespace Qingshan.Protocols.Hj212;

/// <summary>The code tables of the three editions and the texts of problems and rejections, read from the embedded data file.</summary>
public static class Hj212Catalogue
{
    private const string Of2005 = "-2005";
    private const string Of2025 = "-2025";

    private static readonly FrozenDictionary<(string Kind, string Code), Hj212Entry> Entries = Load();

    private static readonly Hj212Problems[] AllProblems = Enum.GetValues<Hj212Problems>()[1..];

    /// <summary>The entry of a kind (<c>st</c>, <c>cn</c>, <c>field</c>, <c>suffix</c>, <c>param</c>, <c>mark</c>, <c>qnrtn</c>, <c>exertn</c>, <c>family</c>) that the editions share, or null.</summary>
    public static Hj212Entry? Find(string kind, string code) => Entries.GetValueOrDefault((kind, code));

    /// <summary>The entry as the edition of that year means it: its own one, else the shared one.</summary>
    /// <param name="year">2005, 2017, 2025, or null where the edition is not known.</param>
    public static Hj212Entry? Find(string kind, string code, int? year) => year switch
    {
        2005 => Find(kind + Of2005, code),
        2025 => Find(kind + Of2025, code),
        _ => null,
    } ?? Find(kind, code);

    /// <summary>As <see cref="Find(string, string, int?)"/>, else the entry of any edition that knows the code: for showing and for answering.</summary>
    public static Hj212Entry? FindAny(string kind, string code, int? year) =>
        Find(kind, code, year) ?? Find(kind + Of2025, code) ?? Find(kind + Of2005, code);

    /// <summary>Whether the code exists only since the edition of 2025.</summary>
    internal static bool IsOnly2025(string kind, string code) => Find(kind + Of2025, code) is not null && Find(kind, code) is null;

    public static Hj212Entry Of(Hj212RejectionReason reason) => Entries[("rejection", Kebab(reason.ToString()))];

    /// <summary>What became of a packet of a split message.</summary>
    public static Hj212Entry Of(Hj212JoinKind kind) => Entries[("join", Kebab(kind.ToString()))];

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
