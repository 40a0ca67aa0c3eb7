using System.Globalization;
using NodaTime;

namespace Qingshan.Record.Tests;

public class IdsTests
{
    [Fact]
    public void New_InjectedRandomness_TimeThenRandomBits()
    {
        var ids = new Ids(new HandClock { Now = Instant.FromUnixTimeMilliseconds(0x0198C2000001) }, bytes => bytes.Fill(0xAB));
        Assert.Equal("0198c2000001" + string.Concat(Enumerable.Repeat("ab", 10)), ids.New());
    }

    [Fact]
    public void New_ManyThreads_NoIdTwice()
    {
        var ids = new Ids(new HandClock { Now = Instant.FromUnixTimeMilliseconds(1) });
        var made = Enumerable.Range(0, 20_000).AsParallel().WithDegreeOfParallelism(8).Select(_ => ids.New()).ToList();
        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.All(made, id => Assert.Equal((32, 1L), (id.Length, long.Parse(id[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
    }
}
