using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Registry.Vessels;
using Qingshan.TestKit;

namespace Qingshan.Registry.Tests.Vessels;

public sealed class VesselTests
{
    private readonly InMemoryRecord record = new(new FakeTime());

    [Theory]
    [InlineData("浙普渔90001", "浙普渔９０００１", true)]
    [InlineData("浙普渔90001", " 浙普渔 90001 ", true)]
    [InlineData("ZHE PU YU 90001", "zhepuyu-90001", true)]
    [InlineData("浙普渔90001", "浙普渔90002", false)]
    [InlineData("浙普渔90001", "浙定渔90001", false)]
    [InlineData("***", "***", true)]
    [InlineData("***", "---", false)]
    [InlineData("a\ud800", "a\ud800", true)]
    public void Names_AreComparedNormalised(string one, string other, bool same) => Assert.Equal(same, VesselName.Same(one, other));

    [Fact]
    public async Task AVessel_IsFoundByItsNumberOfToday_AndEveryNameItBore()
    {
        await record.GivenAsync(new("vessel", "v-1"), Vessel("浙普渔90001", "412000001"));
        await record.GivenAsync(new("vessel", "v-2"), Vessel("浙普渔90002", "412000002"));
        using var registry = await SiteRegistry.OpenAsync(record, new InMemorySealer());
        Assert.Equal("v-1", registry.FindVesselByMmsi("412000001")?.Id);
        await record.GivenAsync(new("vessel", "v-1"), Vessel("浙定渔80001", "412000009") with
        {
            FormerNames = [new("浙普渔90001", null, new LocalDate(2026, 3, 1))],
            FormerMmsis = [new("412000001", null, null)],
        });
        Assert.Equal((null, "v-1", 2L), (registry.FindVesselByMmsi("412000001"), registry.FindVesselByMmsi("412000009")?.Id, registry.FindVessel("v-1")!.Version));
        Assert.Equal("浙定渔80001", registry.FindVessel("v-1")!.Name);
        Assert.Equal(["v-1"], registry.FindVesselsByName("浙普渔 90001").Select(vessel => vessel.Id));
        Assert.Equal(["v-1", "v-2"], registry.Vessels.Select(vessel => vessel.Id));
        Assert.Null(registry.FindVessel("v-3"));
    }

    [Fact]
    public async Task AVesselThatGivesItsNumberUp_HasNone_AndAnotherMayTakeIt()
    {
        using var registry = await SiteRegistry.OpenAsync(record, new InMemorySealer());
        await record.GivenAsync(new("vessel", "v-1"), Vessel("一", "412000001"));
        await record.GivenAsync(new("vessel", "v-2"), Vessel("二", "412000001"));
        await record.GivenAsync(new("vessel", "v-1"), Vessel("一", ""));
        Assert.Equal(("v-2", null), (registry.FindVesselByMmsi("412000001")?.Id, registry.FindVessel("v-1")!.Mmsi));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-12-31", "2026-12-31", true)]
    [InlineData("2026-01-01", "2026-12-31", "2027-01-01", false)]
    [InlineData("2026-01-01", null, "2025-12-31", false)]
    [InlineData(null, null, "2025-12-31", true)]
    public void ALicence_HoldsOnItsFirstAndLastDay(string? from, string? to, string on, bool valid) =>
        Assert.Equal(valid, new Licence("1", Day(from), Day(to), [], []).IsValidOn(Day(on)!.Value));

    private static VesselRecorded Vessel(string name, string mmsi) =>
        new(name, null, [], mmsi, null, [], "fishing", "沈家门", "330903", null, new Quantity(32.5m, "m"), "", "", true, "", "", 0);

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
