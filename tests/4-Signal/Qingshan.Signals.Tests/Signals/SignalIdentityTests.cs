using NodaTime;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Tests.Signals;

public sealed class SignalIdentityTests
{
    [Fact]
    public void Identity_IsOfRuleStationFactorAndStart()
    {
        var start = Instant.FromUtc(2026, 9, 23, 1, 0);
        var id = SignalIdentity.Of("EX-01", "330900DE0000000000000001", "w20117", start);
        Assert.Equal("89ed3a6be60065e6f35c6c35deb58d86", id);
        string[] others =
        [
            SignalIdentity.Of("EX-02", "330900DE0000000000000001", "w20117", start), SignalIdentity.Of("EX-01", "330900DE0000000000000002", "w20117", start),
            SignalIdentity.Of("EX-01", "330900DE0000000000000001", "w01018", start),
            SignalIdentity.Of("EX-01", "330900DE0000000000000001", "w20117", start + Duration.FromSeconds(1)),
        ];
        Assert.Equal(4, others.Append(id).Distinct().Count() - 1);
    }
}
