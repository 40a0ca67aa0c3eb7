namespace Qingshan.Law.Thresholds;

/// <summary>Three values: a row is met, is not met, or cannot be told from what is known.</summary>
internal enum Truth
{
    No,
    Unknown,
    Yes,
}

/// <summary>A number as it is known: both ends equal where it is exact, an end missing where it is open.</summary>
internal readonly record struct Interval(decimal? Min, decimal? Max)
{
    public static Interval Exact(decimal value) => new(value, value);

    public bool IsExact => Min is not null && Min == Max;

    public static Interval operator +(Interval a, Interval b) => new(a.Min + b.Min, a.Max + b.Max);

    public static Interval operator *(Interval a, int times) => new(a.Min * times, a.Max * times);

    /// <summary>The smallest interval that holds both.</summary>
    public static Interval Hull(Interval a, Interval b) =>
        new(a.Min is null || b.Min is null ? null : Math.Min(a.Min.Value, b.Min.Value), a.Max is null || b.Max is null ? null : Math.Max(a.Max.Value, b.Max.Value));
}

/// <summary>The line of a row: at least, more than, below. "以上" includes the number itself.</summary>
/// <param name="AtLeast">A span where the province draws the line within a band and its line is not known exactly.</param>
/// <param name="Band">The band that <see cref="In"/> puts in place of <paramref name="AtLeast"/>, so many times over.</param>
internal sealed record Line(Interval? AtLeast, decimal? MoreThan, decimal? Below, string? Band = null, int Times = 1, DrawnLine? Drawn = null)
{
    /// <summary>The line as it stands in a province on a day.</summary>
    public Line In(ProvincialLines lines) => Band is null ? this : With(lines.Of(Band));

    public Truth Test(Interval value)
    {
        var truth = Truth.Yes;
        if (AtLeast is { } least)
            truth = Lower(truth, value.Min >= least.Max, value.Max < least.Min);
        if (MoreThan is { } more)
            truth = Lower(truth, value.Min > more, value.Max <= more);
        if (Below is { } below)
            truth = Lower(truth, value.Max < below, value.Min >= below);
        return truth;
    }

    private Line With(DrawnLine drawn) => this with { AtLeast = drawn.At * Times, Drawn = drawn };

    private static Truth Lower(Truth truth, bool yes, bool no) => no ? Truth.No : yes ? truth : truth == Truth.No ? Truth.No : Truth.Unknown;
}
