using NodaTime;

namespace Qingshan.Law.Thresholds;

/// <summary>A national band within which each province draws its own line, such as 100,000 to 300,000 yuan for unlicensed mining.</summary>
/// <param name="Least">Lower end, in the unit of the facts that are held against it.</param>
/// <param name="Most">Upper end.</param>
/// <param name="Lines">What is known of the provinces.</param>
public sealed record Band(
    string Id, string Zh, string En, string Source, string Article, LocalDate? ValidFrom, LocalDate? ValidTo, string Confidence, decimal Least, decimal Most,
    IReadOnlyList<ProvincialLine> Lines)
{
    public Citation Citation => new(Source, Article, ValidFrom, ValidTo, Confidence);
}

/// <summary>The line of one province; a span where it is known only in part, no figure where it was looked for and not found.</summary>
/// <param name="Province">Two digits of GB/T 2260.</param>
/// <param name="Inferred">The figures follow from a published judgment: a bound, not the line itself.</param>
/// <param name="Source">Null where nothing was found.</param>
public sealed record ProvincialLine(
    string Province, string Zh, string En, decimal? Least, decimal? Most, bool Inferred, string? Source, LocalDate? ValidFrom, LocalDate? ValidTo, string Confidence)
{
    /// <summary>Null where nothing was found.</summary>
    public Citation? Citation => Source is null ? null : new(Source, ArticleWords.NotSeen, ValidFrom, ValidTo, Confidence);

    internal bool HoldsIn(string? province, LocalDate day) =>
        Least is not null && Province == province && (ValidFrom is null || day >= ValidFrom) && (ValidTo is null || day <= ValidTo);
}

/// <summary>Where a band's line lies for one act, why, and what would settle it.</summary>
internal sealed record DrawnLine(Interval At, Bilingual Note, string? Ask, Citation? Citation);

/// <summary>The lines that hold in a province on a day.</summary>
internal sealed class ProvincialLines(StatuteBook? book, string? province, LocalDate day)
{
    /// <summary>What <see cref="DrawnLine.Ask"/> says of a line that this book does not have, before the id of its band.</summary>
    public const string AskPrefix = "provincial_line.";

    /// <summary>For conditions that read no band and no date.</summary>
    public static ProvincialLines None { get; } = new(null, null, LocalDate.MaxIsoValue);

    /// <summary>The day whose law is asked: the end of the act.</summary>
    public LocalDate Day => day;

    public DrawnLine Of(string id)
    {
        var band = book!.Band(id);
        if (band.Lines.FirstOrDefault(line => line.HoldsIn(province, day)) is not { Source: { } source } line)
            return new DrawnLine(new Interval(band.Least, band.Most), Unset(), province is null ? "province" : AskPrefix + id, null);
        var at = new Interval(line.Least, line.Most);
        var english = book.Source(source).ShortEn;
        var note = line.Inferred
            ? new Bilingual($"（由{source}推定，非本省标准原文）", $" (inferred from {english}, not the line itself)")
            : new Bilingual($"（{source}）", $" ({english})");
        return new DrawnLine(at, note, at.IsExact ? null : AskPrefix + id, line.Citation);
    }

    private Bilingual Unset() => province is null
        ? new Bilingual("（全国幅度，省份未知）", " (national band, the province is not given)")
        : new Bilingual("（全国幅度，本省标准未载，请向本省查询）", " (national band; this book has no line of the province: ask there)");
}
