namespace Qingshan.Law.Thresholds;

/// <summary>What a test does beside deciding.</summary>
/// <param name="Opens">False where the fact is an attribute or a status that by itself makes no row possible.</param>
/// <param name="Asks">False where the fact only supports another: absent, it counts as not met and is not asked for.</param>
/// <param name="Shows">False where the comparison says nothing in an explanation.</param>
/// <param name="Measures">False where a figure that falls short says nothing about the other rows.</param>
internal sealed record Marks(bool Opens = true, bool Asks = true, bool Shows = true, bool Measures = true);

/// <summary>A test of one fact.</summary>
internal abstract record FactTest(string Fact, Marks Marks) : Condition
{
    internal override IEnumerable<string> Reads => [Fact];

    internal override Condition Resolve(IReadOnlyDictionary<string, Condition> definitions) => this;

    protected Finding Absent() => Marks.Asks ? Finding.Absent(Fact) : Finding.NotMet;

    protected Finding Given(Truth truth, IEnumerable<Bilingual> figures, IEnumerable<string>? missing = null, bool measured = false) => new(
        truth, Marks.Opens && truth != Truth.No, !Marks.Opens && truth != Truth.No, measured && Marks.Measures && truth == Truth.No,
        truth == Truth.Unknown && Marks.Asks ? [.. missing ?? [Fact]] : [], Marks.Shows ? [.. figures] : []);
}

internal sealed record NumberTest(string Fact, Line Line, Marks Marks) : FactTest(Fact, Marks)
{
    internal override IEnumerable<string> Bands => Line.Band is { } band ? [band] : [];

    internal override Finding Judge(FactSheet sheet)
    {
        if (sheet.Number(Fact) is not { } value)
            return Absent();
        var line = Line.In(sheet.Lines);
        return Given(line.Test(value), [sheet.Words.Compare(Fact, value, line)], Missing(value, line), measured: value.Max != 0);
    }

    /// <summary>An exact figure within a band waits for the province's line only.</summary>
    private IEnumerable<string> Missing(Interval value, Line line) =>
        line.Drawn?.Ask is not { } ask ? [Fact] : value.IsExact ? [ask] : [ask, Fact];
}

/// <summary>Any of the named entries of a map meets the line.</summary>
/// <param name="Reported">Only entries that were given as such count, not those that follow from other figures.</param>
internal sealed record EntryTest(string Fact, IReadOnlyList<string> Entries, Line Line, bool Reported, Marks Marks) : FactTest(Fact, Marks)
{
    internal override IEnumerable<string> Reads => Entries.Select(entry => $"{Fact}.{entry}");

    internal override Finding Judge(FactSheet sheet)
    {
        var given = sheet.Map(Fact);
        var parts = Entries.Where(entry => given.TryGetValue(entry, out var value) && !(Reported && value.Measured is not null)).Select(entry => One(sheet, entry, given[entry])).ToList();
        return parts.Count == 0 ? Absent() : Finding.Any(parts);
    }

    private Finding One(FactSheet sheet, string entry, MapEntry value) =>
        Given(Line.Test(value.Value), [sheet.Words.Compare(Fact, entry, value, Line)], [value.Ask ?? $"{Fact}.{entry}"], measured: true);
}

/// <summary>The named entries of a map add up to the line.</summary>
internal sealed record SumTest(string Fact, IReadOnlyList<string> Entries, Line Line, Marks Marks) : FactTest(Fact, Marks)
{
    internal override IEnumerable<string> Reads => Entries.Select(entry => $"{Fact}.{entry}");

    internal override Finding Judge(FactSheet sheet)
    {
        var given = sheet.Map(Fact);
        var entries = Entries.Where(given.ContainsKey).ToList();
        if (entries.Count == 0)
            return Absent();
        var sum = entries.Select(entry => given[entry].Value).Aggregate((a, b) => a + b);
        return Given(Line.Test(sum), [sheet.Words.Compare(Fact, entries, sum, Line)], entries.Select(entry => $"{Fact}.{entry}"), sum.Max != 0);
    }
}

/// <summary>A list holds one of the codes. A list is taken as complete, unless it holds a code that is not known.</summary>
internal sealed record IncludesTest(string Fact, IReadOnlyList<string> Codes, Marks Marks) : FactTest(Fact, Marks)
{
    internal override Finding Judge(FactSheet sheet)
    {
        if (sheet.List(Fact) is not { } given)
            return Absent();
        var hits = Codes.Where(given.Contains).ToList();
        if (hits.Count == 0 && sheet.HasUnknownValue(Fact))
            return Absent();
        return Given(hits.Count > 0 ? Truth.Yes : Truth.No, hits.Count > 0 ? [sheet.Words.Named(Fact, hits)] : []);
    }
}

/// <summary>A yes-or-no fact is as expected.</summary>
internal sealed record FlagTest(string Fact, bool Expected, Marks Marks) : FactTest(Fact, Marks)
{
    internal override Finding Judge(FactSheet sheet) => sheet.Flag(Fact) is { } value
        ? Given(value == Expected ? Truth.Yes : Truth.No, value && Expected ? [sheet.Words.Name(Fact)] : [])
        : Absent();
}

/// <summary>A choice is one of the codes.</summary>
internal sealed record ChoiceTest(string Fact, IReadOnlyList<string> Codes, Marks Marks) : FactTest(Fact, Marks)
{
    internal override Finding Judge(FactSheet sheet) => sheet.Choice(Fact) is { } value
        ? Given(Codes.Contains(value) ? Truth.Yes : Truth.No, [sheet.Words.Named(Fact, [value])])
        : Absent();
}
