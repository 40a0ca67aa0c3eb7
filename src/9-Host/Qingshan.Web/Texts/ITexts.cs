using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Texts;

/// <summary>Texts in the language of the request: <c>T["nav.today"]</c>, <c>T["clock.left", ("hours", 3)]</c>.</summary>
public interface ITexts
{
    /// <summary><c>zh</c> or <c>en</c>.</summary>
    string Language { get; }

    /// <summary>The text of a key, with <c>{name}</c> places filled.</summary>
    string this[string key, params (string Name, object Value)[] details] { get; }

    /// <summary>The text of a key that may be missing, such as one made from data; null then.</summary>
    string? Find(string key);

    string Of(Bilingual text);

    string Of(Refusal refusal);

    /// <summary>Picks one of two texts that came as a pair from elsewhere.</summary>
    string Of(string zh, string en);
}

internal sealed class RequestTexts(TextBook book, ICurrent current) : ITexts
{
    public string Language => current.Language;

    public string this[string key, params (string Name, object Value)[] details] =>
        details.Aggregate(book.Find(key, Language), (text, detail) =>
            text.Replace("{" + detail.Name + "}", FormattableString.Invariant($"{detail.Value}"), StringComparison.Ordinal));

    public string? Find(string key) => book.Has(key) ? book.Find(key, Language) : null;

    public string Of(Bilingual text) => Of(text.Zh, text.En);

    public string Of(Refusal refusal) => Of(refusal.Zh, refusal.En);

    public string Of(string zh, string en) => Language == "en" ? en : zh;
}
