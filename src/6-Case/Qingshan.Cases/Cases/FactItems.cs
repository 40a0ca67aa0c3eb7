using Qingshan.Protocols.Hj212;
using Qingshan.Tasking.Samples;

namespace Qingshan.Cases.Cases;

/// <summary>Names a measured factor in the vocabulary of the statute book.</summary>
public static class FactItems
{
    /// <summary>The element of a metal (<c>Cr6</c>), or the factor code where the book counts no element.</summary>
    public static string Of(string factor) => Hj212Factors.Find(factor) is { Element.Length: > 0 } known ? known.Element : factor;

    /// <summary>What a laboratory result proves, as it stands in the file: <c>六价铬 2.90 mg/L</c>.</summary>
    public static string Proven(SampleResultRecorded result) => $"{Hj212Factors.Find(result.Factor)?.Zh ?? result.Factor} {result.Concentration}";
}
