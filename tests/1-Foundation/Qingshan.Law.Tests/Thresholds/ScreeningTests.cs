using Qingshan.Law.Thresholds;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Thresholds;

public sealed class ScreeningTests
{
    [Theory]
    [InlineData("1.99", Reached.No, "2.98 倍 < 3 倍")]
    [InlineData("2.00", Reached.Yes, "3 倍 ≥ 3 倍")]
    [InlineData("2.01", Reached.Yes, "3.02 倍 ≥ 3 倍")]
    [InlineData("2.90", Reached.Yes, "六价铬 2.90 mg/L，限值 0.5 mg/L，超标 4.8 倍 ≥ 3 倍")]
    [InlineData("1.9999999", Reached.No, "2.9999 倍 < 3 倍")]
    public void Hexavalent_chromium_against_a_limit_of_half_a_milligram(string measured, Reached reached, string words)
    {
        var result = Pollution($$"""{"concentration_mg_l":{"Cr6":{{measured}}},"limit_mg_l":{"Cr6":0.5},"key_discharger":true,"substances":["toxic_substance"]}""", "2026-09-01");
        Assert.Equal(reached, result.Reached);
        Assert.Equal(reached == Reached.Yes ? ["PE-C03"] : [], result.Rows.Ids());
        Assert.Contains(words, result.Explanation.Zh, StringComparison.Ordinal);
        Assert.Contains(("法释〔2023〕7号", "第一条第（三）项"), result.Citations.Select(c => (c.Source, c.Article)));
    }

    [Fact]
    public void A_multiple_is_exact_where_binary_fractions_would_not_be()
    {
        Assert.Equal(Reached.Yes, Pollution("""{"concentration_mg_l":{"Pb":0.4},"limit_mg_l":{"Pb":0.1}}""").Reached);
        Assert.Equal(Reached.No, Pollution("""{"concentration_mg_l":{"Pb":0.39999999999999},"limit_mg_l":{"Pb":0.1}}""").Reached);
        Assert.Equal(Reached.Yes, Pollution("""{"concentration_mg_l":{"Ni":1.1},"limit_mg_l":{"Ni":0.1}}""").Reached);
    }

    [Fact]
    public void A_lead_makes_a_row_possible_and_asks_for_the_sample()
    {
        var result = Pollution("""{"limit_mg_l":{"Cr6":0.5},"key_discharger":true}""", "2026-09-01", """{"concentration_mg_l":{"Cr6":2.9}}""");
        Assert.Equal(Reached.Undetermined, result.Reached);
        Assert.Null(result.Tier);
        Assert.Equal(["PE-C03"], result.Rows.Ids());
        Assert.Equal([new MissingFact("concentration_mg_l.Cr6", "采样浓度（六价铬）", "sampled concentration (hexavalent chromium)", 35)], result.Missing);
        Assert.Contains("TR-LEAD", result.Cautions.Select(c => c.Id));
    }

    [Fact]
    public void The_lab_result_takes_the_place_of_the_lead()
    {
        const string Lead = """{"concentration_mg_l":{"Cr6":2.9}}""";
        var above = Pollution("""{"concentration_mg_l":{"Cr6":2.90},"limit_mg_l":{"Cr6":0.5}}""", "2026-09-01", Lead);
        Assert.Equal((Reached.Yes, Tier.Crime), (above.Reached, above.Tier));
        Assert.DoesNotContain("TR-LEAD", above.Cautions.Select(c => c.Id));
        Assert.Equal(Reached.No, Pollution("""{"concentration_mg_l":{"Cr6":1.99},"limit_mg_l":{"Cr6":0.5}}""", "2026-09-01", Lead).Reached);
    }

    [Fact]
    public void A_lead_below_the_line_makes_nothing_possible() =>
        Assert.Equal(Reached.No, Pollution("""{"limit_mg_l":{"Cr6":0.5}}""", "2026-09-01", """{"concentration_mg_l":{"Cr6":1.99}}""").Reached);

    [Fact]
    public void A_lead_can_lift_the_tier_only_as_missing()
    {
        var result = Pollution("""{"hazardous_waste_t":5}""", "2026-09-01", """{"loss_yuan":2000000}""");
        Assert.Equal((Reached.Yes, Tier.Crime), (result.Reached, result.Tier));
        Assert.Equal(["loss_yuan"], result.Missing.Select(f => f.Name));
    }

    [Fact]
    public void A_concentration_without_its_limit_is_undetermined_and_asks_for_the_limit()
    {
        var result = Pollution("""{"concentration_mg_l":{"Pb":1.53,"Cd":0.532}}""");
        Assert.Equal(Reached.Undetermined, result.Reached);
        Assert.Equal(["limit_mg_l.Cd", "limit_mg_l.Pb"], result.Missing.Select(f => f.Name));
    }

    [Fact]
    public void A_bound_that_straddles_a_line_is_undetermined_there_and_certain_below()
    {
        var result = Pollution("""{"hazardous_waste_t_min":16.2,"hazardous_waste_t_max":120}""");
        Assert.Equal((Reached.Yes, Tier.Crime), (result.Reached, result.Tier));
        Assert.Equal(["PE-C02"], result.Rows.Ids());
        Assert.Equal(["hazardous_waste_t"], result.Missing.Select(f => f.Name));
        Assert.Equal(Reached.Undetermined, Pollution("""{"hazardous_waste_t_max":3}""").Reached);
        Assert.Equal(Reached.No, Pollution("""{"hazardous_waste_t_max":2.9}""").Reached);
        Assert.Equal(Reached.Yes, Pollution("""{"hazardous_waste_t_min":3}""").Reached);
    }

    [Fact]
    public void A_row_partly_met_asks_for_the_cheapest_fact_first()
    {
        var result = Pollution("""{"means":["seepage_pit"]}""");
        Assert.Equal((Reached.Undetermined, "PE-C05"), (result.Reached, Assert.Single(result.Rows).Id));
        Assert.Equal(["substances"], result.Missing.Select(f => f.Name));
        var intake = Pollution("""{"intake_cut_h":13,"means":[]}""");
        Assert.Equal(["intake_level", "place", "substances"], intake.Missing.Select(f => f.Name));
    }

    [Fact]
    public void The_kind_of_substance_alone_is_undetermined_but_opens_nothing_beside_a_figure()
    {
        var alone = Pollution("""{"substances":["toxic_substance"]}""");
        Assert.Equal(Reached.Undetermined, alone.Reached);
        Assert.Equal(["PE-C01", "PE-C05", "PE-C07", "PE-C08"], alone.Rows.Ids());
        var measured = Pollution("""{"substances":["hazardous_waste"],"hazardous_waste_t":2.99}""");
        Assert.Equal(Reached.No, measured.Reached);
        Assert.Equal(["prior_penalties_2y", "place", "means"], measured.Unasked.Select(f => f.Name));
    }

    [Fact]
    public void Mere_storage_blocks_everything_unless_other_facts_show_pollution()
    {
        var stored = Pollution("""{"hazardous_waste_t":33,"stored_without_pollution":true}""");
        Assert.Equal(Reached.No, stored.Reached);
        Assert.Equal(["BL-STORE"], stored.BlockedBy.Select(b => b.Id));
        Assert.Equal(["BL-STORE-16"], Pollution("""{"hazardous_waste_t":33,"stored_without_pollution":true}""", "2021-09-21").BlockedBy.Select(b => b.Id));
        var contradicted = Pollution("""{"hazardous_waste_t":33,"stored_without_pollution":true,"means":["dumping"]}""");
        Assert.Equal(Reached.Yes, contradicted.Reached);
        Assert.Contains("TR-STORE-CONTRADICTED", contradicted.Cautions.Select(c => c.Id));
    }

    [Fact]
    public void A_metal_over_the_standard_is_a_toxic_substance_for_a_hidden_pipe() =>
        Assert.Equal(["PE-C05"], Pollution("""{"exceed_times":{"Cr6":1.5},"means":["hidden_pipe"]}""").Rows.Ids());

    [Fact]
    public void An_unnamed_metal_between_the_two_lines_is_undetermined_and_above_both_reached()
    {
        Assert.Equal((Reached.Undetermined, "PE-C03"), (Pollution("""{"exceed_times":{"heavy_metal":5}}""").Reached, Pollution("""{"exceed_times":{"heavy_metal":5}}""").Rows[0].Id));
        Assert.Equal(Reached.Yes, Pollution("""{"exceed_times":{"heavy_metal":10}}""").Reached);
        Assert.Equal(Reached.No, Pollution("""{"exceed_times":{"heavy_metal":2.9}}""").Reached);
    }

    [Theory]
    [InlineData("2016-12-31", "PE13-C03")]
    [InlineData("2017-01-01", "PE16-C04")]
    [InlineData("2023-08-14", "PE16-C04")]
    [InlineData("2023-08-15", "PE-C04")]
    public void The_date_of_the_act_picks_the_text(string day, string row) =>
        Assert.Equal([row], Pollution("""{"exceed_times":{"Ni":12}}""", day).Rows.Ids());

    [Fact]
    public void Nickel_at_five_times_was_a_crime_until_2016_and_the_milder_text_stands_beside()
    {
        var result = Pollution("""{"exceed_times":{"Ni":5}}""", "2016-12-31");
        Assert.Equal((Reached.Yes, "法释〔2013〕15号"), (result.Reached, result.Text));
        Assert.Equal((Reached.No, "法释〔2016〕29号"), (result.Milder!.Reached, result.Milder.Text));
        Assert.Equal(Reached.No, Pollution("""{"exceed_times":{"Ni":5}}""", "2017-01-01").Reached);
    }

    [Fact]
    public void An_act_over_two_texts_follows_the_one_at_its_end_and_shows_the_milder()
    {
        var spanning = Assert.Single(Screen("""{"illegal_gains_yuan":1200000,"means":[]}""", "2022-01-01", "2024-01-01", null).Results);
        Assert.Equal((Tier.Serious, "法释〔2023〕7号"), (spanning.Tier, spanning.Text));
        Assert.Equal((Tier.Crime, "法释〔2016〕29号"), (spanning.Milder!.Tier, spanning.Milder.Text));
        var after = Assert.Single(Screen("""{"illegal_gains_yuan":1200000,"means":[]}""", "2023-08-15", "2024-01-01", null).Results);
        Assert.Null(after.Milder);
    }

    [Fact]
    public void An_act_without_a_date_is_answered_only_where_every_text_agrees()
    {
        var agreed = Pollution("""{"hazardous_waste_t":5}""", null);
        Assert.Equal((Reached.Yes, Tier.Crime), (agreed.Reached, agreed.Tier));
        Assert.Equal(["PE13-C02", "PE16-C02", "PE-C02"], agreed.Rows.Ids());
        Assert.Null(agreed.Text);
        var split = Pollution("""{"exceed_times":{"Ni":5}}""", null);
        Assert.Equal((Reached.Undetermined, "act_to"), (split.Reached, Assert.Single(split.Missing).Name));
        var tiers = Pollution("""{"hazardous_waste_t":500}""", null);
        Assert.Equal((Reached.Yes, Tier.Crime, "act_to"), (tiers.Reached, tiers.Tier, Assert.Single(tiers.Missing).Name));
    }

    [Fact]
    public void An_act_before_every_text_takes_the_first_one_and_says_so()
    {
        var result = Pollution("""{"hazardous_waste_t":5}""", "2012-05-01");
        Assert.Equal(["PE13-C02"], result.Rows.Ids());
        Assert.Contains("早于", result.Explanation.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generic_drinking_water_zone_leaves_an_older_act_open()
    {
        var result = Pollution("""{"substances":["toxic_substance"],"place":["drinking_water_protection_zone"]}""", "2020-01-01");
        Assert.Equal((Reached.Undetermined, "PE16-C01"), (result.Reached, Assert.Single(result.Rows).Id));
        Assert.Contains("TR-ZONE", result.Cautions.Select(c => c.Id));
    }

    [Theory]
    [InlineData("""{"foo":1}""", "foo", "fact_unknown")]
    [InlineData("""{"means_min":1}""", "means_min", "fact_unknown")]
    [InlineData("""{"exceed_times":{"Unobtainium":4}}""", "exceed_times.Unobtainium", "value_unknown")]
    [InlineData("""{"means":["magic"]}""", "means=magic", "value_unknown")]
    [InlineData("""{"intake_level":"village"}""", "intake_level=village", "value_unknown")]
    public void Unknown_names_are_reported(string facts, string where, string reason)
    {
        var answer = Screen(facts);
        Assert.Empty(answer.Refused);
        Assert.Equal((where, reason), (Assert.Single(answer.Unknown).Where, answer.Unknown[0].Reason));
    }

    [Theory]
    [InlineData("""{"hazardous_waste_t":-3}""", "hazardous_waste_t", "below_minimum")]
    [InlineData("""{"hazardous_waste_t":"3"}""", "hazardous_waste_t", "not_a_number")]
    [InlineData("""{"hazardous_waste_t":1e300}""", "hazardous_waste_t", "out_of_range")]
    [InlineData("""{"hazardous_waste_t_min":5,"hazardous_waste_t_max":3}""", "hazardous_waste_t", "range_reversed")]
    [InlineData("""{"hazardous_waste_t":5,"hazardous_waste_t_max":3}""", "hazardous_waste_t", "range_contradicts")]
    [InlineData("""{"hazardous_waste_t":5,"hazardous_waste_t":6}""", "hazardous_waste_t", "fact_twice")]
    [InlineData("""{"people_poisoned":29.5}""", "people_poisoned", "not_whole")]
    [InlineData("""{"limit_mg_l":{"Cr6":0}}""", "limit_mg_l.Cr6", "below_minimum")]
    [InlineData("""{"exceed_times":{"Cr6":-1.5}}""", "exceed_times.Cr6", "below_minimum")]
    [InlineData("""{"exceed_times":{"Cr6":"3"}}""", "exceed_times.Cr6", "not_a_number")]
    [InlineData("""{"exceed_times":5}""", "exceed_times", "not_a_map")]
    [InlineData("""{"means":"hidden_pipe"}""", "means", "not_a_list")]
    [InlineData("""{"means":[1]}""", "means", "not_a_list")]
    [InlineData("""{"key_discharger":"yes"}""", "key_discharger", "not_true_or_false")]
    [InlineData("""{"intake_level":true}""", "intake_level", "not_a_choice")]
    public void Nonsense_is_refused_by_name_and_nothing_is_evaluated(string facts, string where, string reason)
    {
        var answer = Screen(facts);
        Assert.Empty(answer.Results);
        Assert.Equal((where, reason), (Assert.Single(answer.Refused).Where, answer.Refused[0].Reason));
    }

    [Fact]
    public void A_measurement_under_the_limit_is_no_nonsense() =>
        Assert.Equal(Reached.No, Pollution("""{"exceed_times":{"Cr6":-0.4}}""").Reached);

    [Fact]
    public void Given_and_derived_multiples_that_disagree_across_the_line_are_undetermined() =>
        Assert.Equal(Reached.Undetermined, Pollution("""{"exceed_times":{"Cr6":3.98},"concentration_mg_l":{"Cr6":1.99},"limit_mg_l":{"Cr6":0.5}}""").Reached);

    [Fact]
    public void An_unknown_code_in_a_list_leaves_the_list_open()
    {
        var result = Pollution("""{"substances":["toxic_substance"],"means":["magic"],"prior_penalties_2y":0,"place":[]}""");
        Assert.Contains("PE-C05", result.Rows.Ids());
        Assert.Equal(Reached.Undetermined, result.Reached);
    }

    [Fact]
    public void Facts_of_another_offence_raise_no_pollution_and_are_named_as_not_covered()
    {
        var answer = Screen("""{"mark_copies":600,"mark_count":2,"illegal_gains_yuan":400000}""");
        Assert.Empty(answer.Results);
        Assert.Equal(["mark_copies", "mark_count"], answer.NotCovered);
    }

    [Fact]
    public void Ecological_damage_is_never_loss()
    {
        var result = Pollution("""{"ecological_damage_yuan":5000000,"means":["direct_discharge"]}""");
        Assert.Equal(Reached.No, result.Reached);
        Assert.Contains("TR-ECOLOGY", result.Cautions.Select(c => c.Id));
    }

    [Fact]
    public void A_hidden_pipe_with_conventional_pollutants_is_not_reached()
    {
        var result = Pollution("""{"substances":["conventional_pollutant"],"means":["hidden_pipe"],"monitoring_tampered":false}""");
        Assert.Equal(Reached.No, result.Reached);
        Assert.Contains("TR-COD", result.Cautions.Select(c => c.Id));
    }
}
