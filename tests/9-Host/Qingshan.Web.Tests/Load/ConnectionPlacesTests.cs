using System.Net;
using Qingshan.Web.Security;

namespace Qingshan.Web.Tests.Load;

public sealed class ConnectionPlacesTests
{
    private readonly ConnectionPlaces places = new(new ConnectionLimits(Total: 5, PerSource: 3));
    private readonly List<string> aborted = [];

    [Fact]
    public void ANewcomer_TakesThePlaceOfTheOldestSilentOneOfItsSource()
    {
        Enter("a", "a1");
        var spoke = Enter("a", "a2")!;
        places.Speak(spoke);
        Enter("a", "a3");
        Assert.NotNull(Enter("a", "a4"));
        Assert.NotNull(Enter("a", "a5"));
        Assert.Equal(["a1", "a3"], aborted);
        Assert.Equal((3, 0L, 2L), places.Counts);
    }

    [Fact]
    public void WhereEveryOneSpoke_TheNewcomerIsRefused_AndOtherSourcesAreNot()
    {
        for (var i = 0; i < 3; i++)
            places.Speak(Enter("a", $"a{i}")!);
        Assert.Null(Enter("a", "a4"));
        Assert.NotNull(Enter("b", "b1"));
        Assert.Empty(aborted);
        Assert.Equal((4, 1L, 0L), places.Counts);
    }

    [Fact]
    public void WhenAllIsFull_TheOldestSilentOneOfAnySourceGivesWay()
    {
        places.Speak(Enter("a", "a1")!);
        Enter("b", "b1");
        Enter("a", "a2");
        Enter("c", "c1");
        Enter("c", "c2");
        Assert.NotNull(Enter("d", "d1"));
        Assert.Equal(["b1"], aborted);
        Assert.Equal((5, 0L, 1L), places.Counts);
    }

    [Fact]
    public void WhoLeaves_MakesRoom_Once()
    {
        var first = Enter("a", "a1")!;
        Enter("a", "a2");
        Enter("a", "a3");
        places.Leave(first);
        places.Leave(first);
        Assert.NotNull(Enter("a", "a4"));
        Assert.Empty(aborted);
        Assert.Equal((3, 0L, 0L), places.Counts);
        Enter("a", "a5");
        // One that was displaced counts no more when its connection ends at last.
        Assert.Equal(["a2"], aborted);
        Assert.Equal(3, places.Counts.Open);
    }

    [Theory]
    [InlineData("10.0.0.7", "10.0.0.7")]
    [InlineData("::ffff:10.0.0.7", "10.0.0.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("::1", "::1")]
    public void Source_IsOneDesk(string address, string source) => Assert.Equal(source, Sources.Of(IPAddress.Parse(address)));

    private ConnectionPlace? Enter(string source, string name) => places.Enter(source, () => aborted.Add(name));
}
