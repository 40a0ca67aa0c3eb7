using NodaTime;

namespace Qingshan.Law.Thresholds;

/// <summary>One row held against the facts, and against facts and leads together.</summary>
/// <param name="Citations">The row's own, and those of the provincial lines that it draws.</param>
internal sealed record RowFinding(ThresholdRow Row, Finding Finding, Finding WithLeads, IReadOnlyList<string> LeadsRead, IReadOnlyList<Citation> Citations)
{
    public bool Met => Finding.Truth == Truth.Yes;

    public bool Possible => Finding is { Truth: Truth.Unknown, Opens: true } || ByLead;

    public bool ByLead => !Met && LeadsRead.Count > 0 && (WithLeads.Truth == Truth.Yes || WithLeads is { Truth: Truth.Unknown, Opens: true });

    public bool Hinted => Finding is { Truth: Truth.Unknown, Hints: true };

    public IEnumerable<string> Missing => ByLead ? LeadsRead.Concat(WithLeads.Missing) : Finding.Missing;

    public IReadOnlyList<Bilingual> Figures => ByLead ? WithLeads.Figures : Finding.Figures;
}

/// <summary>What one text says about the facts.</summary>
/// <param name="Day">The day whose law was asked.</param>
internal sealed record TextOutcome(ThresholdText Text, LocalDate Day, IReadOnlyList<RowFinding> Findings, IReadOnlyList<CautionRow> Blocks)
{
    public static TextOutcome Of(ThresholdText text, IEnumerable<CautionRow> blocks, FactSheet facts, FactSheet withLeads, IReadOnlySet<string> leads)
    {
        var rows = text.Rows.Where(row => row.Citation.InForceOn(facts.Lines.Day));
        return new TextOutcome(text, facts.Lines.Day, [.. rows.Select(row => Hold(row, facts, withLeads, leads))], [.. blocks]);
    }

    private static RowFinding Hold(ThresholdRow row, FactSheet facts, FactSheet withLeads, IReadOnlySet<string> leads) => new(
        row, row.When.Judge(facts), row.When.Judge(withLeads), [.. row.When.Reads.SelectMany(facts.Words.Sources).Where(leads.Contains).Distinct()],
        [row.Citation, .. row.When.Bands.Distinct().Select(band => facts.Lines.Of(band).Citation).OfType<Citation>()]);

    public Reached Reached =>
        Blocks.Count > 0 ? Reached.No : Findings.Any(f => f.Met) ? Reached.Yes : Candidates.Any() ? Reached.Undetermined : Reached.No;

    public Tier? Tier => Reached == Reached.Yes ? Findings.Where(f => f.Met).Max(f => f.Row.Tier) : null;

    /// <summary>0 where nothing is reached, rising with the tier; an open answer stands between.</summary>
    public int Gravity => Reached switch { Reached.No => 0, Reached.Undetermined => 1, _ => 2 + (int)Tier!.Value };

    /// <summary>Met rows; where undetermined, the candidates; none where not reached.</summary>
    public IEnumerable<RowFinding> Telling => Reached switch
    {
        Reached.Yes => Findings.Where(f => f.Met),
        Reached.Undetermined => Candidates,
        _ => [],
    };

    /// <summary>Rows that are open and would change the answer: any while nothing is met, those of a higher tier afterwards.</summary>
    public IEnumerable<RowFinding> Open =>
        Blocks.Count > 0 ? [] : Tier is { } tier ? Findings.Where(f => !f.Met && f.Possible && f.Row.Tier > tier) : Candidates;

    /// <summary>Rows against which a figure fell short.</summary>
    public IEnumerable<RowFinding> FellShort => Findings.Where(f => !f.Met && f.Finding.Measured && f.Finding.Figures.Count > 0);

    /// <summary>Rows that only an attribute speaks for, while nothing else is open.</summary>
    public IEnumerable<RowFinding> Unasked => Reached == Reached.No && Blocks.Count == 0 ? Hinted : [];

    private IEnumerable<RowFinding> Hinted => Findings.Where(f => f.Hinted && f.Row.Tier == Thresholds.Tier.Crime);

    private IEnumerable<RowFinding> Candidates
    {
        get
        {
            var possible = Findings.Where(f => !f.Met && f.Possible).ToList();
            return possible.Count > 0 || Findings.Any(f => f.Finding.Measured) ? possible : Hinted;
        }
    }
}
