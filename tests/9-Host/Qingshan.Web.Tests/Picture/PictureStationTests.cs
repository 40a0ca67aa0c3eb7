using NodaTime;
using Qingshan.Registry.Enterprises;
using Qingshan.Signals.Signals;
using Qingshan.Web.Picture;
using Qingshan.Web.Registers;

namespace Qingshan.Web.Tests.Picture;

public sealed class PictureStationTests
{
    private static readonly Station Station = new("330900DE0000000000000001", "ent-1", "DW001", "32", "", [], false, 122, 30);

    [Theory]
    [InlineData("Open", StationState.Online, "alarm", "/signals/s1")]
    [InlineData("Open", null, "alarm", "/signals/s1")]
    [InlineData("Confirmed", StationState.Silent, "soon", "/signals/s1")]
    [InlineData(null, StationState.Online, "normal", "/registers/enterprises/ent-1")]
    [InlineData(null, StationState.Late, "unknown", "/registers/enterprises/ent-1")]
    [InlineData(null, StationState.Silent, "unknown", "/registers/enterprises/ent-1")]
    [InlineData(null, null, "unknown", "/registers/enterprises/ent-1")]
    public void A_signal_shows_before_the_stations_health(string? signal, StationState? health, string expected, string href)
    {
        var station = new PictureStation(Station, null, health is { } state ? new StationHealth(state, Instant.MinValue, null) : null, signal is null ? null : Row(signal));

        Assert.Equal((expected, href, signal == "Open"), (station.MapState, station.Href, station.IsOpen));
    }

    private static SignalRow Row(string state) => new(
        "s1", "exceedance", state, "EX-01", "ent-1", "DW001", Station.Mn, "w20117", "", "", "", "330902", "centre-zs", "", "0.5 mg/L", "2.9 mg/L", 0,
        "2026-03-02T00:00:00.000Z", "2026-03-02T00:59:00.000Z", "2026-03-02T01:00:00.000Z", true, 0, 1);
}
