using Qingshan.Directory.Reading;
using Qingshan.Tasking.Samples;

namespace Qingshan.Web.FieldWork;

/// <summary>Narrows the list of samples by what the address says.</summary>
internal static class SampleFilter
{
    /// <param name="state"><c>taken</c>, <c>received</c>, <c>tested</c>; anything else keeps all.</param>
    public static IReadOnlyList<SeenRow<SampleRow>> Apply(IReadOnlyList<SeenRow<SampleRow>> rows, string? state) =>
        state is "taken" or "received" or "tested" ? [.. rows.Where(row => row.Row.State == state)] : rows;
}
