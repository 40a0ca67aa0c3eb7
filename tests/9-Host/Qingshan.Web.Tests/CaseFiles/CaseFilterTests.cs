using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Web.CaseFiles;

namespace Qingshan.Web.Tests.CaseFiles;

public sealed class CaseFilterTests
{
    private static readonly SeenRow<CaseRow>[] Rows =
    [
        Row("full", AccessLevel.Full, "administrative-reached", "Open"), Row("summary", AccessLevel.Summary, "administrative", "None"), Row("exists", AccessLevel.Exists, "administrative-reached", "Open"),
    ];

    [Theory]
    [InlineData(null, null, null, "full summary exists")]
    [InlineData("administrative-reached", null, null, "full")]
    [InlineData(null, "open", null, "full")]
    [InlineData(null, null, "号", "full summary")]
    [InlineData(null, null, "电镀", "full")]
    [InlineData(null, null, "  electroplating ", "full")]
    [InlineData("administrative", "open", null, "")]
    public void Apply_FindsOnlyByWhatIsShown(string? stage, string? duty, string? text, string expected) =>
        Assert.Equal(expected, string.Join(' ', new CaseFilter(stage, duty, text).Apply(Rows, id => id == "e1" ? "示范电镀\nDemo Electroplating" : "").Select(row => row.Row.Id)));

    private static SeenRow<CaseRow> Row(string id, AccessLevel level, string stage, string duty) => new(
        new CaseRow(id, "示范1号", stage, "env-dh", "330902", "", "", "", "e1", "案由", "cause", duty, "", null, "", null, "2026-03-02T01:00:00.000Z", 1), level);
}
