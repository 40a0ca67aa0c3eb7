using System.Text.Json;
using Qingshan.Record.Entries;

namespace Qingshan.Record.Tests.Entries;

public sealed class EntryCatalogueTests
{
    [Fact]
    public void Of_ThisAssembly_FindsTypes()
    {
        var catalogue = EntryCatalogue.Of([typeof(EntryCatalogueTests).Assembly]);
        Assert.Equal(
            ["sample.attached@1", "sample.measured@2", "sample.noted@1", "sample.opened@1"],
            catalogue.Types.Where(t => t.Name.StartsWith("sample.", StringComparison.Ordinal)).Select(t => $"{t.Name}@{t.Schema}"));
    }

    [Fact]
    public void Of_NameTwice_Throws()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => EntryCatalogue.Of([typeof(SampleOpened), typeof(SampleOpened)], []));
        Assert.Contains("sample.opened is used twice", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MissingUpcaster_Throws()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => EntryCatalogue.Of([typeof(SampleMeasured)], []));
        Assert.Equal("Exactly one upcaster must lead sample.measured on from schema 1.", problem.Message);
    }

    [Fact]
    public void Of_UpcasterOfNothing_Throws() =>
        Assert.Throws<InvalidOperationException>(() => EntryCatalogue.Of([typeof(SampleOpened)], [new SampleMeasuredFrom1()]));

    [Fact]
    public void Shape_Fraction_Throws()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => EntryShape.Check(typeof(WithFraction)));
        Assert.StartsWith("Entry member WithFraction.Parts[].Weight has type Double", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OldSchema_Upcast()
    {
        var catalogue = EntryCatalogue.Of([typeof(SampleMeasured)], [new SampleMeasuredFrom1()]);
        using var old = JsonDocument.Parse(
            """{"at":"2026-03-02T01:30:00Z","by":null,"comment":"old word","day":"2026-03-02","medium":"air","of":"case/a1","parts":[],"valid":false,"value":"1 m"}""");
        var body = (SampleMeasured)catalogue.Read("sample.measured", 1, old.RootElement);
        Assert.Equal("old word", body.Remark);
        Assert.True(body.IsAir);
    }

    [Fact]
    public void Read_UnknownMember_Throws()
    {
        var catalogue = EntryCatalogue.Of([typeof(SampleOpened)], []);
        using var body = JsonDocument.Parse("""{"title":"a","more":1}""");
        Assert.Throws<JsonException>(() => catalogue.Read("sample.opened", 1, body.RootElement));
    }

    [Fact]
    public void Read_MissingMember_Throws()
    {
        var catalogue = EntryCatalogue.Of([typeof(SampleOpened)], []);
        using var body = JsonDocument.Parse("{}");
        Assert.Throws<JsonException>(() => catalogue.Read("sample.opened", 1, body.RootElement));
    }

    private sealed record WithFraction(IReadOnlyList<FractionPart> Parts);

    private sealed record FractionPart(double Weight);
}
