namespace Qingshan.Law.Thresholds;

/// <summary>Why several texts were asked, or one that is later than the act.</summary>
/// <param name="Open">What would tell which text counts.</param>
internal sealed record Doubts(bool Early, IReadOnlyList<MissingFact> Open);

/// <summary>Says an answer in sentences, with the figures.</summary>
internal sealed class ScreenExplanation(StatuteBook book)
{
    public Bilingual Of(Reached reached, IReadOnlyList<TextOutcome> outcomes, IReadOnlyList<MissingFact> missing, TextOutcome? milder, Doubts doubts)
    {
        List<Bilingual> sentences = [Doubted(doubts), .. outcomes.Select(Of), Disagreement(reached, outcomes, doubts), Missing(missing)];
        if (milder is not null)
            sentences.Add(new Bilingual($"较轻的文本（从旧兼从轻）：{Of(milder).Zh}", $"Milder text: {Of(milder).En}"));
        return Join(sentences);
    }

    public Bilingual Of(TextOutcome outcome)
    {
        var (source, english, figures) = (outcome.Text.Source, book.Source(outcome.Text.Source).ShortEn, Figures(outcome));
        if (outcome.Blocks.Count > 0)
        {
            return new Bilingual(
                $"按{source}未达到：{string.Join("；", outcome.Blocks.Select(b => $"{b.Id} {b.Zh}"))}。",
                $"Not reached under {english}: {string.Join("; ", outcome.Blocks.Select(b => $"{b.Id} {b.En}"))}.");
        }

        return outcome.Reached switch
        {
            Reached.Yes => new Bilingual($"按{source}达到：{figures.Zh}。", $"Reached under {english}: {figures.En}."),
            Reached.Undetermined => new Bilingual($"按{source}尚不能确定，可能符合：{figures.Zh}。", $"Undetermined under {english}, perhaps: {figures.En}."),
            _ => figures.Zh.Length == 0
                ? new Bilingual($"按{source}，现有事实未触及任何标准。", $"Under {english} no row is touched by the facts given.")
                : new Bilingual($"按{source}未达到：{figures.Zh}。", $"Not reached under {english}: {figures.En}."),
        };
    }

    private static Bilingual Figures(TextOutcome outcome)
    {
        var shown = (outcome.Reached == Reached.No ? outcome.FellShort : outcome.Telling).ToList();
        return new Bilingual(
            string.Join("；", shown.Select(f => $"{f.Row.Id}（{f.Row.Article}）{Detail(f, w => w.Zh, "，", f.Row.Zh)}")),
            string.Join("; ", shown.Select(f => $"{f.Row.Id} ({ArticleWords.English(f.Row.Article)}) {Detail(f, w => w.En, ", ", f.Row.En)}")));
    }

    private static string Detail(RowFinding finding, Func<Bilingual, string> language, string separator, string otherwise) =>
        finding.Figures.Count == 0 ? otherwise : string.Join(separator, finding.Figures.Select(language));

    private static Bilingual Doubted(Doubts doubts)
    {
        var early = doubts.Early
            ? new Bilingual("行为早于本库所载文本，适用其后的第一个文本。", "The act is earlier than every text of this book; the first later text is used.")
            : new Bilingual("", "");
        if (doubts.Open.Count == 0)
            return early;
        var open = Named(doubts.Open);
        return Join([early, new Bilingual($"{open.Zh}未知，逐一按各文本判断。", $"Not known: {open.En}; every text was asked.")]);
    }

    private static Bilingual Disagreement(Reached reached, IReadOnlyList<TextOutcome> outcomes, Doubts doubts) =>
        reached == Reached.Undetermined && outcomes.Select(o => o.Reached).Distinct().Count() > 1
            ? new Bilingual($"各文本结论不一，须查明{Named(doubts.Open).Zh}。", $"The texts disagree: {Named(doubts.Open).En} decides.")
            : new Bilingual("", "");

    private static Bilingual Missing(IReadOnlyList<MissingFact> missing) => missing.Count == 0
        ? new Bilingual("", "")
        : new Bilingual($"尚缺：{Named(missing).Zh}。", $"Missing: {Named(missing).En}.");

    private static Bilingual Named(IReadOnlyList<MissingFact> facts) =>
        new(string.Join("、", facts.Select(f => f.Zh)), string.Join(", ", facts.Select(f => f.En)));

    private static Bilingual Join(IEnumerable<Bilingual> sentences)
    {
        var said = sentences.Where(sentence => sentence.Zh.Length > 0).ToList();
        return new Bilingual(string.Concat(said.Select(s => s.Zh)), string.Join(" ", said.Select(s => s.En)));
    }
}
