using System.Text.Json;

namespace Qingshan.Web.Texts;

/// <summary>Every text people see, in Chinese and English, from <c>Texts/*.json</c>: <c>{"key": ["中文", "English"]}</c>.</summary>
public sealed class TextBook
{
    private readonly Dictionary<string, string[]> texts = new(StringComparer.Ordinal);

    /// <summary>Reads the book; a key in two files or a text without one of its languages is a bug and throws.</summary>
    public TextBook()
    {
        var assembly = typeof(TextBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Texts/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, pair) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!)
            {
                if (pair.Length != 2 || pair.Any(string.IsNullOrWhiteSpace) || !texts.TryAdd(key, pair))
                    throw new InvalidOperationException($"{name}: {key} is doubled or lacks a language.");
            }
        }
    }

    public IEnumerable<string> Keys => texts.Keys;

    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>The text of a key; an unknown key is a bug and throws.</summary>
    public string Find(string key, string language) =>
        texts.TryGetValue(key, out var pair) ? pair[language == "en" ? 1 : 0] : throw new InvalidOperationException($"No text for {key}.");
}
