using Qingshan.Law.Thresholds;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Thresholds;

public sealed class FishingTests
{
    private const string BannedNet = """{"waters":"inland","closed_season":true,"banned_gear_or_method":true,"destructive_gear_or_method":false,"catch_kg":2}""";

    [Fact]
    public void Any_banned_gear_counted_inland_until_2022_04_08_and_only_what_damages_stocks_since()
    {
        var before = Fishing(BannedNet, "2022-04-08");
        Assert.Equal((Reached.Yes, "FI08-C04"), (before.Reached, Assert.Single(before.Rows).Id));
        Assert.Equal((Reached.No, "法释〔2022〕12号"), (before.Milder!.Reached, before.Milder.Text));
        Assert.Equal(Reached.No, Fishing(BannedNet, "2022-04-09").Reached);
    }

    [Fact]
    public void Gear_of_which_only_the_ban_is_known_leaves_the_newer_text_open()
    {
        var result = Fishing("""{"waters":"inland","catch_kg":0,"catch_value_yuan":0,"closed_area":true,"banned_gear_or_method":true}""", "2025-02-14");
        Assert.Equal((Reached.Undetermined, "FI-C03"), (result.Reached, Assert.Single(result.Rows).Id));
        Assert.Equal(["destructive_gear_or_method"], result.Missing.Select(fact => fact.Name));
        Assert.Contains("TR-GEAR", result.Cautions.Select(caution => caution.Id));
    }

    [Fact]
    public void At_sea_any_banned_gear_counts_on_either_side_of_that_day()
    {
        const string Net = """{"waters":"sea","closed_season":true,"banned_gear_or_method":true,"destructive_gear_or_method":false}""";
        Assert.Equal(["FS-C05"], Fishing(Net, "2022-04-08").Rows.Ids());
        Assert.Equal(["FS-C05"], Fishing(Net, "2022-04-09").Rows.Ids());
    }

    [Theory]
    [InlineData("2016-08-01", "FS08-C01", Reached.No)]
    [InlineData("2016-08-02", null, null)]
    public void The_sea_lines_rose_on_2016_08_02(string day, string? row, Reached? milder)
    {
        var result = Fishing("""{"waters":"sea","catch_kg":2000,"place":[],"seedlings_or_spawners":false}""", day);
        Assert.Equal(row, result.Rows.Ids().SingleOrDefault());
        Assert.Equal(milder, result.Milder?.Reached);
    }

    [Fact]
    public void Gear_that_damages_stocks_is_banned_gear_and_gear_that_is_not_banned_damages_nothing()
    {
        Assert.Equal(["FS-C04"], Fishing("""{"waters":"sea","closed_area":true,"destructive_gear_or_method":true}""").Rows.Ids());
        Assert.Equal(Reached.No, Fishing("""{"waters":"inland","closed_area":true,"catch_kg":0,"banned_gear_or_method":false}""").Reached);
        var refusal = Assert.Single(Screen("""{"waters":"inland","banned_gear_or_method":false,"destructive_gear_or_method":true}""").Refused);
        Assert.Equal(("destructive_gear_or_method", "flag_contradicts"), (refusal.Where, refusal.Reason));
    }

    [Fact]
    public void Waters_that_are_not_known_are_answered_as_far_as_both_tables_agree()
    {
        var agreed = Fishing("""{"catch_kg":12000}""");
        Assert.Equal((Reached.Yes, Tier.Crime, null), (agreed.Reached, agreed.Tier, agreed.Text));
        Assert.Equal(["FI-C01", "FS-C01"], agreed.Rows.Ids().Order(StringComparer.Ordinal));
        var split = Fishing("""{"catch_kg":600}""");
        Assert.Equal((Reached.Undetermined, "waters"), (split.Reached, split.Missing[0].Name));
        Assert.Contains("水域未知，逐一按各文本判断。", split.Explanation.Zh, StringComparison.Ordinal);
        Assert.Contains("各文本结论不一，须查明水域。", split.Explanation.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_date_and_without_waters_both_are_asked() =>
        Assert.Equal(["act_to", "waters"], Fishing("""{"catch_value_yuan":15000,"place":[],"seedlings_or_spawners":false}""", null).Missing.Select(fact => fact.Name));

    [Fact]
    public void Weight_is_no_crime_where_neither_area_nor_season_nor_gear_was_unlawful()
    {
        var result = Fishing("""{"waters":"inland","catch_kg":900,"closed_area":false,"closed_season":false,"banned_gear_or_method":false}""");
        Assert.Equal((Reached.No, "BL-LAWFUL"), (result.Reached, Assert.Single(result.BlockedBy).Id));
        Assert.Equal(Reached.Yes, Fishing("""{"waters":"inland","catch_kg":900,"closed_area":true,"closed_season":false,"banned_gear_or_method":false}""").Reached);
    }

    [Fact]
    public void A_catch_over_the_lower_line_asks_whether_it_was_seedlings_or_a_germplasm_reserve()
    {
        var result = Fishing("""{"waters":"inland","catch_kg":60}""");
        Assert.Equal((Reached.Undetermined, "FI-C02"), (result.Reached, Assert.Single(result.Rows).Id));
        Assert.Equal(["place", "seedlings_or_spawners"], result.Missing.Select(fact => fact.Name));
        Assert.Equal(Reached.No, Fishing("""{"waters":"inland","catch_kg":49.99}""").Reached);
        Assert.Equal(Reached.No, Fishing("""{"waters":"inland","catch_kg":499.99,"place":[],"seedlings_or_spawners":false}""").Reached);
    }

    [Theory]
    [InlineData("2020-12-16", false)]
    [InlineData("2020-12-17", true)]
    [InlineData("2022-04-08", true)]
    [InlineData("2022-04-09", false)]
    public void The_Yangtze_opinion_is_a_caution_in_its_time(string day, bool shown)
    {
        var result = Fishing("""{"waters":"inland","catch_value_yuan":12000,"place":["designated_river_or_lake"]}""", day);
        Assert.Equal(shown, result.Cautions.Any(caution => caution.Id == "TR-YANGTZE"));
        Assert.DoesNotContain("FI20-C01", result.Rows.Ids());
    }

    [Fact]
    public void The_amount_lifts_no_tier() =>
        Assert.Equal(Tier.Crime, Fishing("""{"waters":"inland","catch_kg":100000,"catch_value_yuan":1105000}""").Tier);

    [Fact]
    public void Just_over_the_line_the_proviso_is_shown()
    {
        Assert.Contains("BL-PROVISO-340", Fishing("""{"waters":"inland","catch_kg":549}""").Cautions.Select(caution => caution.Id));
        Assert.DoesNotContain("BL-PROVISO-340", Fishing("""{"waters":"inland","catch_kg":550}""").Cautions.Select(caution => caution.Id));
    }

    [Fact]
    public void A_lead_about_gear_makes_the_row_possible_only()
    {
        var result = Fishing("""{"waters":"sea","closed_season":true,"closed_area":false}""", "2026-06-01", """{"banned_gear_or_method":true}""");
        Assert.Equal((Reached.Undetermined, "FS-C05"), (result.Reached, Assert.Single(result.Rows).Id));
        Assert.Equal(["banned_gear_or_method"], result.Missing.Select(fact => fact.Name));
    }
}
