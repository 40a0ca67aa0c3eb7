using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Signals.Signals;
using Qingshan.Web.Tests.StandIns;
using Qingshan.Web.Triage;

namespace Qingshan.Web.Tests.Triage;

public sealed class SignalFilterTests
{
    private static readonly SeenRow<SignalRow>[] Rows =
    [
        new(Row("one", "Open", "ent-plating", "w20117"), AccessLevel.Full),
        new(Row("two", "Confirmed", "ent-seafood", "w01018"), AccessLevel.Act),
        new(Row("hidden", "Open", "ent-plating", "w20117"), AccessLevel.Summary),
    ];

    [Theory]
    [InlineData(null, null, null, null, "one two hidden")]
    [InlineData("open", null, null, null, "one hidden")]
    [InlineData("nonsense", null, null, null, "one two hidden")]
    [InlineData(null, null, "w01018", null, "two")]
    [InlineData(null, null, null, " 六价铬 ", "one hidden")]
    [InlineData(null, null, null, "定海", "one two hidden")]
    [InlineData("confirmed", "ent-seafood", "w01018", "化学", "two")]
    public void It_keeps_what_fits(string? state, string? enterprise, string? factor, string? text, string expected) =>
        Assert.Equal(expected, Apply(new(state, enterprise, factor, text)));

    [Fact]
    public void A_row_whose_enterprise_is_hidden_is_not_found_by_it()
    {
        Assert.Equal("one", Apply(new(null, "ent-plating", null, null)));
        Assert.Equal("one", Apply(new(null, null, null, "ent-plating")));
    }

    [Theory]
    [InlineData(null, null, null, "", "")]
    [InlineData("open", "", null, " ", "?state=open")]
    [InlineData(null, "ent-1", "w20117", "电镀 & 铬", "?enterprise=ent-1&factor=w20117&q=%E7%94%B5%E9%95%80%20%26%20%E9%93%AC")]
    public void Every_filter_is_in_the_address(string? state, string? enterprise, string? factor, string? text, string expected) =>
        Assert.Equal(expected, new SignalFilter(state, enterprise, factor, text).Query());

    private static string Apply(SignalFilter filter) => string.Join(' ', filter.Apply(Rows, new Words("zh").Names).Select(seen => seen.Row.Id));

    private static SignalRow Row(string id, string state, string enterprise, string factor) => new(
        id, "exceedance", state, "EX-01", enterprise, "DW001", "MN", factor, "", "", "", "330902", "centre-zs", "", "0.5 mg/L", "2.9 mg/L", 0,
        "2026-03-02T00:00:00.000Z", "2026-03-02T00:59:00.000Z", "2026-03-02T01:00:00.000Z", true, 0, 1);
}
