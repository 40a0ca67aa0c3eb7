using Qingshan.Sensing.Accounting;
using Qingshan.Web.Registers;

namespace Qingshan.Web.Tests.Registers;

public sealed class AccountingLinesTests
{
    private static readonly AccountingReport Report = new(
        "hj212", Received: 110, Decoded: 100, new Dictionary<string, long> { ["sensing.incomplete"] = 1, ["sensing.crc"] = 6 }, Pending: 3,
        Stored: 95, new Dictionary<string, long> { ["sensing.duplicate"] = 5 }, ObservationsStored: 400, ObservationsLate: 10, ObservationsMerged: 20);

    [Fact]
    public void Every_sum_stands_above_its_parts()
    {
        var lines = AccountingLines.Of(Report).Select(line => (line.Depth, line.Reason?.Code ?? line.Key, line.Count));

        Assert.Equal(
            [
                (0, "received", 110), (1, "decoded", 100), (2, "stored", 95), (2, "withheld", 5), (3, "sensing.duplicate", 5),
                (1, "rejected", 7), (2, "sensing.crc", 6), (2, "sensing.incomplete", 1), (1, "pending", 3),
            ],
            lines);
    }

    [Fact]
    public void The_sums_are_checked()
    {
        Assert.True(AccountingLines.Holds(AccountingLines.Of(Report)));
        Assert.False(AccountingLines.Holds(AccountingLines.Of(Report with { Received = 111 })));
        Assert.False(AccountingLines.Holds(AccountingLines.Of(Report with { Stored = 94 })));
    }

    [Fact]
    public void Nothing_received_holds_too() =>
        Assert.True(AccountingLines.Holds(AccountingLines.Of(new("hj212", 0, 0, new Dictionary<string, long>(), 0, 0, new Dictionary<string, long>(), 0, 0, 0))));
}
