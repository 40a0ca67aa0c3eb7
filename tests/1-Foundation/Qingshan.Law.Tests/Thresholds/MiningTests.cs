using Qingshan.Law.Thresholds;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Thresholds;

public sealed class MiningTests
{
    [Fact]
    public void Quantity_without_value_is_undetermined_and_asks_for_the_value()
    {
        var result = Mining("""{"mineral":"river_sand","without_permit":true}""");
        Assert.Equal(Reached.Undetermined, result.Reached);
        Assert.Equal(["MI-C01", "MI-C02", "MI-C03", "MI-C04", "MI-RS"], result.Rows.Ids());
        Assert.Contains("mined_value_yuan", result.Missing.Select(fact => fact.Name));
    }

    [Fact]
    public void One_penalty_alone_says_nothing_about_the_value()
    {
        Assert.Equal(Reached.Undetermined, Mining("""{"without_permit":true,"prior_penalties_2y":1}""").Reached);
        Assert.Equal(Reached.No, Mining("""{"without_permit":true,"prior_penalties_2y":1,"mined_value_yuan":40000}""").Reached);
    }

    [Fact]
    public void Under_the_older_text_the_damage_decides_and_the_newer_one_stands_beside()
    {
        var result = Mining("""{"mineral":"river_sand","without_permit":true,"mining_damage_yuan":169938,"mined_value_yuan":40000}""", "2013-12-31");
        Assert.Equal((Reached.Yes, Tier.Crime, "MI03-C01"), (result.Reached, result.Tier, Assert.Single(result.Rows).Id));
        Assert.Equal((Reached.Undetermined, "法释〔2016〕25号"), (result.Milder!.Reached, result.Milder.Text));
        Assert.Contains("TR-DAMAGE", result.Cautions.Select(caution => caution.Id));
    }

    [Theory]
    [InlineData("2011-04-30", "", Reached.Undetermined)]
    [InlineData("2011-04-30", ",\"stop_order_refused\":true", Reached.Yes)]
    [InlineData("2011-04-30", ",\"stop_order_refused\":false", Reached.No)]
    [InlineData("2011-05-01", "", Reached.Yes)]
    [InlineData("2011-05-01", ",\"stop_order_refused\":false", Reached.Yes)]
    public void Until_2011_04_30_an_order_to_stop_must_have_been_refused(string day, string and, Reached reached) =>
        Assert.Equal(reached, Mining($"{{\"without_permit\":true,\"mining_damage_yuan\":200000{and}}}", day).Reached);

    [Theory]
    [InlineData("2016-11-30", "法释〔2003〕9号")]
    [InlineData("2016-12-01", "法释〔2016〕25号")]
    public void The_date_of_the_act_picks_the_text(string day, string text) =>
        Assert.Equal(text, Mining("""{"without_permit":true,"mining_damage_yuan":400000}""", day).Text);

    [Fact]
    public void A_permit_turns_the_charge_into_destructive_mining()
    {
        var result = Mining("""{"without_permit":false,"mining_damage_yuan":1000000}""");
        Assert.Equal(("343", "破坏性采矿罪", "Destructive mining", "MI-D"), (result.Offence.Article, result.Offence.Zh, result.Offence.En, Assert.Single(result.Rows).Id));
        Assert.Equal(new Bilingual("破坏性采矿罪", "Destructive mining"), Book.Charge("破坏性采矿罪"));
        Assert.Equal(Reached.No, Mining("""{"without_permit":false,"mined_value_yuan":9000000}""").Reached);
    }

    [Fact]
    public void Whether_there_was_a_permit_is_asked_unless_both_kinds_agree()
    {
        var split = Mining("""{"mined_value_yuan":400000}""");
        Assert.Equal((Reached.Undetermined, true), (split.Reached, split.Missing.Any(fact => fact.Name == "without_permit")));
        Assert.Equal("非法采矿罪", split.Offence.Zh);
    }

    [Fact]
    public void River_and_sea_sand_have_routes_of_their_own_below_any_value()
    {
        Assert.Equal(["MI-RS"], Mining("""{"mineral":"river_sand","without_permit":true,"mined_value_yuan":1000,"flood_safety_affected":true}""").Rows.Ids());
        Assert.Equal(["MI-SS"], Mining("""{"mineral":"sea_sand","without_permit":true,"mined_value_yuan":1000,"coast_damaged":true}""").Rows.Ids());
        Assert.Equal(Reached.No, Mining("""{"mineral":"other","without_permit":true,"mined_value_yuan":1000,"coast_damaged":true,"flood_safety_affected":true}""").Reached);
    }

    [Fact]
    public void Gains_are_not_value_and_a_reserve_is_not_a_no_mining_area()
    {
        var result = Mining("""{"mineral":"other","without_permit":true,"illegal_gains_yuan":900000,"mined_value_yuan":40000,"place":["other_key_protected_area"]}""");
        Assert.Equal(Reached.No, result.Reached);
        Assert.Superset(new HashSet<string>(["TR-VALUE", "TR-RESERVE"]), result.Cautions.Select(caution => caution.Id).ToHashSet());
    }

    [Fact]
    public void A_higher_tier_that_is_only_possible_is_missing()
    {
        var result = Mining("""{"mineral":"other","without_permit":true,"mined_value_yuan":360000}""", "2021-02-28", "23");
        Assert.Equal((Reached.Yes, Tier.Crime, "MI-C01"), (result.Reached, result.Tier, Assert.Single(result.Rows).Id));
        Assert.Equal(["provincial_line.MI-C02", "special_mining_area"], result.Missing.Select(fact => fact.Name));
    }

    [Fact]
    public void Common_facts_alone_raise_the_offences_that_read_them()
    {
        Assert.Equal(["338", "343"], Screen("""{"prior_penalties_2y":2}""").Results.Select(result => result.Offence.Article));
        Assert.Equal(["338"], Screen("""{"loss_yuan":1}""").Results.Select(result => result.Offence.Article));
    }
}
