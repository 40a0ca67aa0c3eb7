using NodaTime;
using NodaTime.Text;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Tests.Zones;

public sealed class ZoneForbidsTests
{
    // 伏季休渔 in the shape of the standing notice: all gear but hook and line; the beam trawl's kin is free here to try the narrower word.
    private static readonly Zone Closed = new(
        "z", "closed-season-area", "示范休渔海域", "Demo closed season area", "330900", [],
        Boundary.Read("POLYGON ((122 30, 123 30, 123 31, 122 30))").Require(), new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31), Demo: true)
    {
        Effect = ZoneEffect.Forbids,
        Seasons = [Season.TryParse("05-01T12:00/09-16T12:00")!],
        ExemptGear = ["hook-and-line"],
        Source = "示范通告",
        Article = "第一条",
    };

    [Theory]
    // 12:00 in Shanghai is 04:00 in UTC.
    [InlineData("trawl", "2026-05-01T03:59:59Z", ZoneVerdict.Allowed, ZoneGround.OutOfSeason)]
    [InlineData("trawl", "2026-05-01T04:00:00Z", ZoneVerdict.Forbidden, ZoneGround.AllGearForbidden)]
    [InlineData("trawl", "2026-09-16T03:59:59Z", ZoneVerdict.Forbidden, ZoneGround.AllGearForbidden)]
    [InlineData("trawl", "2026-09-16T04:00:00Z", ZoneVerdict.Allowed, ZoneGround.OutOfSeason)]
    [InlineData("hook-and-line", "2026-06-01T00:00:00Z", ZoneVerdict.Allowed, ZoneGround.GearExempt)]
    [InlineData("squid-jig", "2026-06-01T00:00:00Z", ZoneVerdict.Allowed, ZoneGround.GearExempt)]
    [InlineData(null, "2026-06-01T00:00:00Z", ZoneVerdict.Undetermined, ZoneGround.GearUnknown)]
    [InlineData("no such gear", "2026-06-01T00:00:00Z", ZoneVerdict.Undetermined, ZoneGround.GearUnknown)]
    [InlineData(null, "2026-04-01T00:00:00Z", ZoneVerdict.Allowed, ZoneGround.OutOfSeason)]
    // The days of validity are local ones: 2026 begins at 16:00 UTC the day before, 2027 likewise.
    [InlineData("trawl", "2025-06-01T00:00:00Z", ZoneVerdict.Allowed, ZoneGround.NotValid)]
    [InlineData("trawl", "2025-12-31T15:59:59Z", ZoneVerdict.Allowed, ZoneGround.NotValid)]
    [InlineData("trawl", "2025-12-31T16:00:00Z", ZoneVerdict.Allowed, ZoneGround.OutOfSeason)]
    [InlineData("trawl", "2026-12-31T16:00:00Z", ZoneVerdict.Allowed, ZoneGround.NotValid)]
    public void AClosedSeason_ForbidsItsGear_AtItsTimes(string? gear, string at, ZoneVerdict verdict, ZoneGround ground)
    {
        var answer = Closed.Forbids(gear, At(at));
        Assert.Equal((verdict, ground, "z", "示范通告", "第一条"), (answer.Verdict, answer.Ground, answer.Zone, answer.Source, answer.Article));
        Assert.Equal(ground is not (ZoneGround.NotValid or ZoneGround.OutOfSeason), Closed.IsInForce(At(at)));
    }

    [Theory]
    // Trawls are forbidden, the beam trawl is free.
    [InlineData("trawl", "beam-trawl", "bottom-trawl", ZoneGround.GearForbidden)]
    [InlineData("trawl", "beam-trawl", "beam-trawl", ZoneGround.GearExempt)]
    [InlineData("trawl", "beam-trawl", "trawl", ZoneGround.GearTooWide)]
    [InlineData("trawl", "beam-trawl", "gillnet", ZoneGround.GearNotNamed)]
    // Only the beam trawl is forbidden.
    [InlineData("beam-trawl", "", "beam-trawl", ZoneGround.GearForbidden)]
    [InlineData("beam-trawl", "", "trawl", ZoneGround.GearTooWide)]
    [InlineData("beam-trawl", "", "bottom-trawl", ZoneGround.GearNotNamed)]
    [InlineData("beam-trawl", "", null, ZoneGround.GearUnknown)]
    // Everything is forbidden, one kind of lift net is free.
    [InlineData("", "light-lift-net", "lift-net", ZoneGround.GearTooWide)]
    [InlineData("", "light-lift-net", "pot", ZoneGround.AllGearForbidden)]
    [InlineData("", "", null, ZoneGround.AllGearForbidden)]
    // A ban on a kind within what is exempt.
    [InlineData("squid-jig", "hook-and-line", "squid-jig", ZoneGround.GearForbidden)]
    [InlineData("squid-jig", "hook-and-line", "hook-and-line", ZoneGround.GearTooWide)]
    public void TheNarrowerWord_Decides(string forbidden, string exempt, string? gear, ZoneGround ground)
    {
        var zone = Closed with { Gear = Words(forbidden), ExemptGear = Words(exempt), Seasons = [] };
        Assert.Equal(ground, zone.Forbids(gear, At("2026-03-02T00:00:00Z")).Ground);
    }

    [Theory]
    [InlineData(ZoneEffect.Informs, ZoneGround.ForbidsNothing)]
    [InlineData(ZoneEffect.Permits, ZoneGround.PermitArea)]
    public void AZoneThatClosesNothing_AllowsEverything(ZoneEffect effect, ZoneGround ground)
    {
        var answer = (Closed with { Effect = effect }).Forbids("trawl", At("2026-06-01T00:00:00Z"));
        Assert.Equal((ZoneVerdict.Allowed, ground), (answer.Verdict, answer.Ground));
    }

    [Fact]
    public void TheAnswer_SaysWhy_InBothLanguages()
    {
        var forbidden = Closed.Forbids("beam-trawl", At("2026-06-01T00:30:00Z"));
        Assert.Equal("示范休渔海域在 2026-06-01 08:30 禁止捕捞（5月1日12:00至9月16日12:00；所有作业类型，除外：钓具）。", forbidden.Zh);
        Assert.Equal("Demo closed season area forbids fishing at 2026-06-01 08:30 (1 May 12:00 to 16 September 12:00; all gear, exempt: hook and line).", forbidden.En);
        var over = Closed.Forbids("beam-trawl", At("2027-01-01T00:00:00Z"));
        Assert.Equal("示范休渔海域在 2027-01-01 08:00 不在有效期内（2026-01-01至2026-12-31）。", over.Zh);
    }

    [Fact]
    public void EveryGround_HasItsWords_WithoutAPlaceLeftOpen()
    {
        foreach (var ground in Enum.GetValues<ZoneGround>())
        {
            var answer = ZoneAnswer.Of(Closed, ground, "trawl", new LocalDateTime(2026, 6, 1, 8, 0));
            Assert.DoesNotContain('{', answer.Zh + answer.En);
            Assert.StartsWith("示范休渔海域", answer.Zh, StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<string> Words(string words) => words.Length == 0 ? [] : [words];

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
