using System.Text.Json.Serialization;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Qingshan.Directory.Commands;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;

namespace Qingshan.Web.Tests;

public sealed class FormJsonTests
{
    private sealed record Check(
        string Text, int Drums, decimal? Weight, bool Sealed, Instant At, LocalDate? Day, IReadOnlyList<string> Tags, IReadOnlyList<Item> Items, Item? Main, Kind Kind);

    private sealed record Weighed(Quantity Amount);

    private sealed record Item(string Name, long Count);

    [JsonConverter(typeof(JsonStringEnumConverter<Kind>))]
    private enum Kind
    {
        OnSite,
    }

    [Fact]
    public void Read_TurnsFieldsIntoTheCommandsShape()
    {
        var json = Read(
            ("text", "两桶"), ("drums", "2"), ("weight", "12.50"), ("sealed", "false"), ("sealed", "true"), ("at", "17022026 0800"), ("day", "2026-02-17"),
            ("tags", "a"), ("tags", "b"), ("tags", " "), ("items[0].name", "桶"), ("items[0].count", "1"), ("items[1].name", "泵"), ("main.name", "主"), ("main.count", "3"),
            ("kind", "OnSite"), ("_key", "k1")).Require();
        Assert.Equal(
            """{"text":"两桶","drums":2,"weight":12.50,"sealed":true,"at":"2026-02-17T00:00:00Z","day":"2026-02-17","tags":["a","b"],"items":[{"name":"桶","count":1},{"name":"泵"}],"main":{"name":"主","count":3},"kind":"OnSite"}""",
            json);
    }

    [Theory]
    [InlineData("drums", "two", "web.field-invalid")]
    [InlineData("at", "yesterday", "web.field-invalid")]
    [InlineData("day", "30022026", "web.field-invalid")]
    [InlineData("unknown", "x", "web.malformed")]
    [InlineData("items[7].name", "x", "web.malformed")]
    [InlineData("items[x].name", "x", "web.malformed")]
    [InlineData("items[0].nope", "x", "web.malformed")]
    [InlineData("text.deeper", "x", "web.malformed")]
    public void Read_RefusesBesideTheField(string name, string value, string code)
    {
        var refusal = Read((name, value)).Refusal!;
        Assert.Equal(code, refusal.Reason.Code);
        Assert.NotNull(refusal.Field);
    }

    [Fact]
    public void Read_LeavesBlankFiguresAndTimesOut() => Assert.Equal("""{"weight":null,"day":null,"text":""}""", Read(("weight", " "), ("day", ""), ("text", "")).Require());

    [Theory]
    [InlineData("2.90", "mg/L", """{"amount":"2.90 mg/L"}""")]
    [InlineData(" 500 ", " mL ", """{"amount":"500 mL"}""")]
    [InlineData("", "mL", """{"amount":null}""")]
    public void Read_ANumberAndItsUnit_AreTwoControlsOfOneName(string number, string unit, string expected) =>
        Assert.Equal(expected, Read(typeof(Weighed), ("amount", number), ("amount", unit)).Require());

    private static Outcome<string> Read(params (string Name, string Value)[] fields) => Read(typeof(Check), fields);

    private static Outcome<string> Read(Type command, params (string Name, string Value)[] fields) =>
        FormJson.Read(fields.GroupBy(f => f.Name).Select(g => KeyValuePair.Create(g.Key, new StringValues([.. g.Select(f => f.Value)]))), command, CommandJson.Options)
            .Then<string>(json => json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
}
