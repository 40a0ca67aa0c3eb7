namespace Qingshan.Protocols.Hj212;

/// <summary>One value of one factor, owned.</summary>
/// <param name="Factor">Factor code as sent.</param>
/// <param name="Statistic">What the value is.</param>
/// <param name="ValueText">The value exactly as sent.</param>
/// <param name="Value">The value as an exact decimal; null where the text is not one.</param>
/// <param name="Mark">The data mark sent with it; empty where none was sent.</param>
/// <param name="SampleTime">When the sample was taken, where the sender says so.</param>
public sealed record Hj212Measurement(
    string Factor, Hj212Statistic Statistic, string ValueText, Hj212Number? Value, string Mark, Hj212LocalTime? SampleTime)
{
    /// <summary>The unit by the table of factors; empty where it is not known. The registry's unit of the outlet wins over it.</summary>
    public string Unit => Hj212Factors.UnitOf(Factor, Statistic);
}
