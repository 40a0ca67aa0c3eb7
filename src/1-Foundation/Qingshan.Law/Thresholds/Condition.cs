using NodaTime;

namespace Qingshan.Law.Thresholds;

/// <summary>A test of facts, as rows of the book write it. Three-valued: what is not given is unknown, not false.</summary>
public abstract record Condition
{
    internal abstract Finding Judge(FactSheet sheet);

    /// <summary>Names of the facts it reads, an entry of a map as "name.entry".</summary>
    internal abstract IEnumerable<string> Reads { get; }

    /// <summary>Ids of the bands whose line it draws.</summary>
    internal virtual IEnumerable<string> Bands => [];

    internal abstract Condition Resolve(IReadOnlyDictionary<string, Condition> definitions);
}

/// <summary>Every part must be met.</summary>
internal sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition
{
    internal override IEnumerable<string> Reads => Parts.SelectMany(part => part.Reads);

    internal override IEnumerable<string> Bands => Parts.SelectMany(part => part.Bands);

    internal override Finding Judge(FactSheet sheet) => Finding.All([.. Parts.Select(part => part.Judge(sheet))]);

    internal override Condition Resolve(IReadOnlyDictionary<string, Condition> definitions) => new AllOf([.. Parts.Select(part => part.Resolve(definitions))]);
}

/// <summary>One part must be met.</summary>
internal sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition
{
    internal override IEnumerable<string> Reads => Parts.SelectMany(part => part.Reads);

    internal override IEnumerable<string> Bands => Parts.SelectMany(part => part.Bands);

    internal override Finding Judge(FactSheet sheet) => Finding.Any([.. Parts.Select(part => part.Judge(sheet))]);

    internal override Condition Resolve(IReadOnlyDictionary<string, Condition> definitions) => new AnyOf([.. Parts.Select(part => part.Resolve(definitions))]);
}

/// <summary>Where the part is met the answer is open rather than yes: the fact is too coarse to decide.</summary>
internal sealed record Possibly(Condition Part) : Condition
{
    internal override IEnumerable<string> Reads => Part.Reads;

    internal override IEnumerable<string> Bands => Part.Bands;

    internal override Finding Judge(FactSheet sheet)
    {
        var finding = Part.Judge(sheet);
        return finding.Truth == Truth.Yes ? finding with { Truth = Truth.Unknown, Missing = [.. Part.Reads.Distinct()] } : finding;
    }

    internal override Condition Resolve(IReadOnlyDictionary<string, Condition> definitions) => new Possibly(Part.Resolve(definitions));
}

/// <summary>The part counts, but opens nothing by itself.</summary>
internal sealed record Hint(Condition Part) : Condition
{
    internal override IEnumerable<string> Reads => Part.Reads;

    internal override IEnumerable<string> Bands => Part.Bands;

    internal override Finding Judge(FactSheet sheet)
    {
        var finding = Part.Judge(sheet);
        return finding with { Opens = false, Hints = finding.Hints || finding.Opens };
    }

    internal override Condition Resolve(IReadOnlyDictionary<string, Condition> definitions) => new Hint(Part.Resolve(definitions));
}

/// <summary>A named condition of the same text.</summary>
internal sealed record Use(string Name) : Condition
{
    internal override IEnumerable<string> Reads => throw new InvalidOperationException($"definition {Name} is not resolved");

    internal override Finding Judge(FactSheet sheet) => throw new InvalidOperationException($"definition {Name} is not resolved");

    internal override Condition Resolve(IReadOnlyDictionary<string, Condition> definitions) => definitions[Name].Resolve(definitions);
}

/// <summary>A catch-all that only a person can find; figures never meet it.</summary>
internal sealed record Judgment : Condition
{
    internal override IEnumerable<string> Reads => [];

    internal override Finding Judge(FactSheet sheet) => Finding.Absent(null);

    internal override Condition Resolve(IReadOnlyDictionary<string, Condition> definitions) => this;
}

/// <summary>The act ended on that day or later: for a condition that the law itself took away or added while the interpretation stayed.</summary>
internal sealed record Since(LocalDate Day) : Condition
{
    internal override IEnumerable<string> Reads => [];

    internal override Finding Judge(FactSheet sheet) => sheet.Lines.Day >= Day ? Finding.NotMet with { Truth = Truth.Yes } : Finding.NotMet;

    internal override Condition Resolve(IReadOnlyDictionary<string, Condition> definitions) => this;
}
