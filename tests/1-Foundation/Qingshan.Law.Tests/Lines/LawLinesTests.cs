using System.Text;
using System.Text.Json;
using Qingshan.Law.Lines;
using static Qingshan.Law.Tests.Books;

namespace Qingshan.Law.Tests.Lines;

public sealed class LawLinesTests
{
    private const string Signs = "\"{}[]:,0129.eE-+nultr\\\0中\ud800 ";

    [Fact]
    public void A_screen_line_answers_in_the_contract_shape()
    {
        var (code, lines) = Screen("""{"id":"case-1","act_from":"2026-09-01","act_to":"2026-09-01","province":"33","facts":{"concentration_mg_l":{"Cr6":2.90},"limit_mg_l":{"Cr6":0.5}}}""");
        Assert.Equal(0, code);
        var answer = Assert.Single(lines);
        Assert.Equal("case-1", answer.GetProperty("id").GetString());
        Assert.Equal(Book.Version, answer.GetProperty("law").GetString());
        var result = Assert.Single(answer.GetProperty("results").EnumerateArray());
        Assert.Equal("污染环境罪", result.GetProperty("offence").GetString());
        Assert.Equal("338", result.GetProperty("article").GetString());
        Assert.Equal(JsonValueKind.True, result.GetProperty("reached").ValueKind);
        Assert.Equal("crime", result.GetProperty("tier").GetString());
        Assert.Equal("""["PE-C03"]""", result.GetProperty("rows").GetRawText());
        Assert.Equal("[]", result.GetProperty("missing").GetRawText());
        Assert.Equal(
            """[{"source":"法释〔2023〕7号","article":"第一条第（三）项","valid_from":"2023-08-15","valid_to":null,"confidence":"text seen"}]""",
            result.GetProperty("citations").GetRawText());
        Assert.Contains("hexavalent chromium 2.90 mg/L, limit 0.5 mg/L, 4.8 times over ≥ 3 times", result.GetProperty("explanation").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Undetermined_is_a_word_and_not_reached_is_false()
    {
        var (_, lines) = Screen("""{"facts":{"means":["seepage_pit"]}}""" + "\n\n" + """{"id":7,"act_to":"2024-01-01","facts":{"hazardous_waste_t":2.99}}""");
        Assert.Equal("undetermined", Result(lines[0]).GetProperty("reached").GetString());
        Assert.Equal(JsonValueKind.Null, Result(lines[0]).GetProperty("tier").ValueKind);
        Assert.Equal(JsonValueKind.False, Result(lines[1]).GetProperty("reached").ValueKind);
        Assert.Equal(7, lines[1].GetProperty("id").GetInt32());
    }

    [Fact]
    public void A_clock_line_answers_in_the_contract_shape()
    {
        var (code, lines) = Clocks("""{"id":"c","as_of":"2026-09-29T08:00:00","events":[{"event":"transfer_accepted","at":"2026-09-23T02:00:00Z"}]}""");
        Assert.Equal(0, code);
        var clock = Assert.Single(lines[0].GetProperty("clocks").EnumerateArray());
        Assert.Equal("K06", clock.GetProperty("rule").GetString());
        Assert.Equal("police", clock.GetProperty("duty_holder").GetString());
        Assert.Equal("decide_filing", clock.GetProperty("action").GetString());
        Assert.Equal("2026-09-23T10:00:00+08:00", clock.GetProperty("started_at").GetString());
        Assert.Equal("2026-09-28T23:59:59+08:00", clock.GetProperty("due_at").GetString());
        Assert.Equal("overdue", clock.GetProperty("state").GetString());
        Assert.Equal("环环监〔2017〕17号", clock.GetProperty("source").GetString());
        Assert.Equal("第九条", clock.GetProperty("article").GetString());
        Assert.Equal("natural+roll", clock.GetProperty("counting").GetString());
        Assert.Equal(["2026-09-30T23:59:59+08:00", "2026-10-23T23:59:59+08:00"], clock.GetProperty("alternatives").EnumerateArray().Select(a => a.GetProperty("due_at").GetString()));
    }

    [Theory]
    [InlineData("2026-03-02T10:00:30+08:00", "2026-03-02T10:00:30+08:00")]
    [InlineData("2026-03-02T10:00", "2026-03-02T10:00:00+08:00")]
    [InlineData("2026-03-02 10:00:00", "2026-03-02T10:00:00+08:00")]
    [InlineData("2026-03-02", "2026-03-02T00:00:00+08:00")]
    [InlineData("2026-03-02T10:00:00.250+0900", "2026-03-02T09:00:00.25+08:00")]
    [InlineData("2026-03-02T10:00:00-05", "2026-03-02T23:00:00+08:00")]
    public void Times_are_read_with_and_without_offset(string at, string printed) => Assert.Equal(printed, LawJson.Print(LawJson.Time(at)!.Value));

    [Theory]
    [InlineData("""{"as_of":"2026-01-01","events":[{"event":"filing_decided","at":"yesterday"}]}""", "events[0].at", "time_invalid")]
    [InlineData("""{"as_of":"2026-01-01","events":[{"event":"filing_decided","at":"2026-02-30T10:00"}]}""", "events[0].at", "time_invalid")]
    [InlineData("""{"as_of":"2026-01-01","events":[{"event":"filing_decided","at":"9999-12-31T10:00"}]}""", "events[0].at", "time_invalid")]
    [InlineData("""{"as_of":"2026-01-01","events":[5]}""", "events[0]", "event_invalid")]
    [InlineData("""{"as_of":"2026-01-01","events":{}}""", "events", "events_missing")]
    [InlineData("""{"events":[]}""", "as_of", "as_of_missing")]
    [InlineData("""{"as_of":5,"events":[]}""", "as_of", "time_invalid")]
    public void Clock_input_that_makes_no_sense_is_refused_by_place(string line, string where, string reason)
    {
        var (code, lines) = Clocks(line);
        Assert.Equal(1, code);
        var refusal = Assert.Single(lines[0].GetProperty("refused").EnumerateArray());
        Assert.Equal((where, reason), (refusal.GetProperty("where").GetString(), refusal.GetProperty("reason").GetString()));
        Assert.Equal("[]", lines[0].GetProperty("clocks").GetRawText());
    }

    [Fact]
    public void An_unknown_event_is_reported_and_the_others_count()
    {
        var (code, lines) = Clocks("""{"as_of":"2026-01-01","events":[{"event":"filed","at":"2025-12-30"},{"event":"transfer_approved","at":"2025-12-30"}]}""");
        Assert.Equal(1, code);
        Assert.Equal("events[0].event=filed", lines[0].GetProperty("unknown")[0].GetProperty("where").GetString());
        Assert.Single(lines[0].GetProperty("clocks").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"facts":{},"act_to":"2024-13-01"}""", "act_to", "date_invalid")]
    [InlineData("""{"facts":{},"act_from":"2024-02-01","act_to":"2024-01-01"}""", "act_to", "dates_reversed")]
    [InlineData("""{"id":1}""", "facts", "facts_missing")]
    [InlineData("""{"facts":[]}""", "facts", "not_an_object")]
    [InlineData("""{"facts":{},"leads":{"hazardous_waste_t":-1}}""", "leads.hazardous_waste_t", "below_minimum")]
    public void Screen_input_that_makes_no_sense_is_refused_by_place(string line, string where, string reason)
    {
        var (code, lines) = Screen(line);
        Assert.Equal(1, code);
        var refusal = Assert.Single(lines[0].GetProperty("refused").EnumerateArray());
        Assert.Equal((where, reason), (refusal.GetProperty("where").GetString(), refusal.GetProperty("reason").GetString()));
    }

    [Theory]
    [InlineData("nonsense", "not_json")]
    [InlineData("[1,2]", "not_an_object")]
    [InlineData("{\"id\":\"\\ud800\",\"facts\":{}}", "not_json")]
    [InlineData("{\"facts\":{\"means\":[\"\\udc00\"]}}", "not_json")]
    public void A_line_that_cannot_be_read_says_so_with_its_number(string line, string error)
    {
        var (code, lines) = Screen("\n" + line);
        Assert.Equal(1, code);
        Assert.Equal((2, error), (lines[0].GetProperty("line").GetInt32(), lines[0].GetProperty("error").GetString()));
    }

    [Fact]
    public void A_very_long_line_is_refused_and_the_next_one_answered()
    {
        var (_, lines) = Screen(new string('x', 10_000_000) + "\n" + """{"facts":{}}""");
        Assert.Equal("line_too_long", lines[0].GetProperty("error").GetString());
        Assert.Equal("[]", lines[1].GetProperty("results").GetRawText());
    }

    [Fact]
    public void Mutated_lines_never_throw_and_always_answer_one_for_one()
    {
        var random = new Random(338);
        string[] seeds =
        [
            """{"id":"a","act_from":"2023-01-01","act_to":"2024-01-01","facts":{"exceed_times":{"Cr6":2.99},"hazardous_waste_t_min":1,"means":["hidden_pipe"],"key_discharger":true},"leads":{"concentration_mg_l":{"Pb":3}}}""",
            """{"id":1,"as_of":"2026-09-29T08:00:00","events":[{"event":"transfer_accepted","at":"2026-09-23T02:00:00Z"},{"event":"filing_clock_7d","at":"2026-09-24"}]}""",
        ];
        for (var round = 0; round < 400; round++)
        {
            var line = new StringBuilder(seeds[random.Next(2)]);
            for (var edit = random.Next(1, 6); edit > 0; edit--)
                line[random.Next(line.Length)] = Signs[random.Next(Signs.Length)];
            Assert.Single(Screen(line.ToString()).Lines);
            Assert.Single(Clocks(line.ToString()).Lines);
        }
    }

    private static JsonElement Result(JsonElement answer) => Assert.Single(answer.GetProperty("results").EnumerateArray());

    private static (int Code, List<JsonElement> Lines) Screen(string input) => Run(input, LawLines.Screen);

    private static (int Code, List<JsonElement> Lines) Clocks(string input) => Run(input, LawLines.Clocks);

    private static (int Code, List<JsonElement> Lines) Run(string input, Func<TextReader, TextWriter, TextWriter, StatuteBook, int> surface)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = surface(new StringReader(input), output, TextWriter.Null, Book);
        return (code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    }
}
