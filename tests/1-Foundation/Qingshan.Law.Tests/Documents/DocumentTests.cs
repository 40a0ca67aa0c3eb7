using Qingshan.Law.Documents;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Documents;

public sealed class DocumentTests
{
    private static readonly Dictionary<string, bool> Nothing = new(StringComparer.Ordinal);

    [Fact]
    public void An_empty_file_lacks_everything_while_no_circumstance_is_answered()
    {
        var findings = Book.TransferDocuments.Check([], Nothing);
        Assert.All(findings, finding => Assert.Equal(DocumentState.Missing, finding.State));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], findings.Select(finding => finding.Requirement.Group).Distinct());
        Assert.Equal(7, Book.TransferDocuments.Groups.Count);
    }

    [Theory]
    [InlineData("penalty_imposed", "D7", "no penalty was imposed")]
    [InlineData("items_seized", "D4b", "nothing was sealed or seized")]
    [InlineData("items_involved", "D4a", "no items are involved")]
    [InlineData("sampled", "D3d", "no samples were taken")]
    [InlineData("sampled", "D6a", "no samples were taken")]
    [InlineData("incident", "D6b", "no environmental incident happened")]
    [InlineData("finding_needed", "D6c", "no written finding is needed")]
    public void A_circumstance_that_does_not_hold_makes_its_document_unneeded_and_says_why(string circumstance, string requirement, string reason)
    {
        Assert.Equal((DocumentState.Missing, null), One(true));
        Assert.Equal((DocumentState.NotApplicable, reason), One(false));

        (DocumentState, string?) One(bool holds)
        {
            var finding = Book.TransferDocuments.Check([], new Dictionary<string, bool>(StringComparer.Ordinal) { [circumstance] = holds }).Single(f => f.Requirement.Id == requirement);
            return (finding.State, finding.Reason?.En);
        }
    }

    [Fact]
    public void One_of_several_types_suffices_and_a_complete_file_lacks_nothing()
    {
        var findings = Book.TransferDocuments.Check(["site_recording", "test_report"], Nothing);
        Assert.Equal(["D5a", "D6a"], findings.Where(f => f.State == DocumentState.Present).Select(f => f.Requirement.Id));
        var all = Book.TransferDocuments.Requirements.Select(requirement => requirement.AnyOf[0]);
        Assert.All(Book.TransferDocuments.Check(all, Nothing), finding => Assert.Equal(DocumentState.Present, finding.State));
    }

    [Fact]
    public void Every_circumstance_of_a_requirement_is_declared_and_has_its_reason()
    {
        var declared = Book.TransferDocuments.Circumstances.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        Assert.All(Book.TransferDocuments.Requirements.Where(r => r.OnlyIf is not null), r => Assert.True(declared.Contains(r.OnlyIf!) && r.OtherwiseZh is not null && r.OtherwiseEn is not null, r.Id));
        Assert.Equal("第六条第（三）项", Book.TransferDocuments.RequirementFor("site_sketch")!.Article);
    }
}
