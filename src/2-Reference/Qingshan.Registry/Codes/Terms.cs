using System.Text.Json;

namespace Qingshan.Registry.Codes;

/// <summary>The words of the field that the registry uses as codes: a list of <c>terms.json</c>, with parents where one word is a kind of another.</summary>
public sealed class Terms
{
    private static readonly Dictionary<string, Terms> All = Read();
    private readonly Dictionary<string, Term> byId;

    private Terms(IReadOnlyList<Term> list) => (List, byId) = (list, list.ToDictionary(term => term.Id, StringComparer.Ordinal));

    /// <summary>渔具: gear, by the twelve classes of GB/T 5147-2003 and the kinds that notices name.</summary>
    public static Terms Gear => All["gear"];

    /// <summary>船舶类型: types of vessels.</summary>
    public static Terms VesselTypes => All["vessel-type"];

    /// <summary>管控区域类别: kinds of zones.</summary>
    public static Terms ZoneKinds => All["zone-kind"];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Term> List { get; }

    public Term? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The term that a person wrote: its id or its name in either language, in any case; null when it is none.</summary>
    public Term? Read(string text) => Find(text) ?? List.FirstOrDefault(term => Same(term.Id, text) || Same(term.En, text) || Chinese(term).Contains(text, StringComparer.Ordinal));

    /// <summary>The term, what it is a kind of, and so on upward; nothing for an id that is none.</summary>
    public IEnumerable<string> Upward(string id)
    {
        for (var term = Find(id); term is not null; term = term.Of is null ? null : Find(term.Of))
            yield return term.Id;
    }

    // 流刺网（流网） answers to the whole, to 流刺网 and to 流网.
    private static IEnumerable<string> Chinese(Term term) => term.Zh.Split('（', '）').Where(part => part.Length > 0).Append(term.Zh);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, Terms> Read()
    {
        using var stream = typeof(Terms).Assembly.GetManifestResourceStream("terms.json") ?? throw new InvalidOperationException("terms.json is not embedded.");
        var file = JsonSerializer.Deserialize<Dictionary<string, TermList>>(stream, JsonSerializerOptions.Web)!;
        return file.ToDictionary(pair => pair.Key, pair => new Terms(pair.Value.Terms), StringComparer.Ordinal);
    }

    private sealed record TermList(string Source, IReadOnlyList<Term> Terms);
}

/// <summary>A word of the field.</summary>
/// <param name="Of">Id of the term it is a kind of; null at the top.</param>
public sealed record Term(string Id, string Zh, string En, string? Of = null);
