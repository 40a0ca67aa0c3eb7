using Qingshan.Signals.Signals;
using Qingshan.Web.Triage;

namespace Qingshan.Web.Tests.Triage;

public sealed class RulePrecisionTests
{
    [Theory]
    [InlineData("", 0, 0, null)]
    [InlineData("Open Open Withdrawn", 0, 0, null)]
    [InlineData("Confirmed Confirmed Dismissed Open", 2, 1, 66)]
    [InlineData("Confirmed", 1, 0, 100)]
    [InlineData("Dismissed", 0, 1, 0)]
    public void It_counts_what_was_decided(string states, int confirmed, int dismissed, int? percent)
    {
        var precision = RulePrecision.Of(states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(state => Row(state, "EX-01")), "EX-01");

        Assert.Equal((confirmed, dismissed, percent), (precision.Confirmed, precision.Dismissed, precision.Percent));
    }

    [Fact]
    public void Another_rule_is_not_counted() => Assert.Equal(new RulePrecision(0, 0), RulePrecision.Of([Row("Confirmed", "EX-02")], "EX-01"));

    private static SignalRow Row(string state, string rule) => new(
        "s", "exceedance", state, rule, "ent-1", "DW001", "MN", "w20117", "", "", "", "330902", "centre-zs", "", "0.5 mg/L", "2.9 mg/L", 0,
        "2026-03-02T00:00:00.000Z", "2026-03-02T00:59:00.000Z", "2026-03-02T01:00:00.000Z", true, 0, 1);
}
