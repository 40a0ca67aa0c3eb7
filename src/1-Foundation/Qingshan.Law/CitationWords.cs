namespace Qingshan.Law;

/// <summary>A citation as people write it.</summary>
public static class CitationWords
{
    /// <summary>"环环监〔2017〕17号第九条" and "Huanhuanjian [2017] No. 17 art. 9".</summary>
    public static Bilingual Of(string source, string article, StatuteBook book) =>
        new(source + article, $"{book.Source(source).ShortEn} {ArticleWords.English(article)}");
}
