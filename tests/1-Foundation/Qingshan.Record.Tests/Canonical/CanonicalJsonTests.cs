using System.Text;
using System.Text.Json;
using NodaTime;
using Qingshan.Record.Canonical;
using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;

namespace Qingshan.Record.Tests.Canonical;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b" : 1, "a" : [ true , null , -5 ] }""", """{"a":[true,null,-5],"b":1}""")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("""["\u00e9\u4e2d\/\u0022\\\b\f\n\r\t\u000b\u001f\u007f"]""", "[\"é中/\\\"\\\\\\b\\f\\n\\r\\t\\u000b\\u001f\u007f\"]")]
    [InlineData("""{"\ud83d\ude00":1,"\ufb33":2,"\u20ac":3}""", "{\"€\":3,\"😀\":1,\"\ufb33\":2}")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    public void Rewrite_Value_OneForm(string json, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.TryRewrite(Encoding.UTF8.GetBytes(json), out _)!));

    [Theory]
    [InlineData("1.5", "fraction or exponent in a number")]
    [InlineData("1e3", "fraction or exponent in a number")]
    [InlineData("-0", "negative zero")]
    [InlineData("9007199254740992", "integer of 2^53 or more")]
    [InlineData("-99999999999999999999", "integer of 2^53 or more")]
    [InlineData("\"a\\u0000b\"", "NUL character in a text")]
    [InlineData("\"\\ud800\"", "lone surrogate in a text")]
    [InlineData("{\"\\udc00\":1}", "lone surrogate in a name")]
    [InlineData("""{"a":1,"\u0061":2}""", "member twice: a")]
    [InlineData("{", "not JSON")]
    [InlineData("[1,]", "not JSON")]
    [InlineData("", "not JSON")]
    public void Rewrite_Unfit_Problem(string json, string expected)
    {
        Assert.Null(CanonicalJson.TryRewrite(Encoding.UTF8.GetBytes(json), out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Rewrite_BadUtf8_Problem()
    {
        Assert.Null(CanonicalJson.TryRewrite(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }, out var problem));
        Assert.Equal("not UTF-8", problem);
    }

    [Fact]
    public void Write_AllMemberTypes_ExactBytes()
    {
        var body = new SampleMeasured(
            Quantity.TryParse("2.90 mg/L")!.Value, SampleMedium.WasteWater, Instant.FromUtc(2026, 3, 2, 1, 30).PlusNanoseconds(120_000_000), new(2026, 3, 2),
            new("case", "a1"), true, "引号\"与换行\n", new SealedText("p", "k", "bm9uY2U=", "Y2lwaGVy"), [new("桶", 5), new("b", -7)]);
        Assert.Equal(
            """{"at":"2026-03-02T01:30:00.12Z","by":{"ciphertext":"Y2lwaGVy","keyId":"k","nonce":"bm9uY2U=","person":"p"},"day":"2026-03-02","medium":"waste_water","of":"case/a1","parts":[{"grams":5,"label":"桶"},{"grams":-7,"label":"b"}],"remark":"引号\"与换行\n","valid":true,"value":"2.90 mg/L"}""",
            Encoding.UTF8.GetString(EntryCatalogue.Write(body)));
    }

    [Fact]
    public void Write_AnyText_CanonicalAndReadBack()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => new Rune(NextScalar(random)).ToString()));
            var bytes = EntryCatalogue.Write(new SampleNoted(text, round));
            Assert.True(CanonicalJson.IsCanonical(bytes), text);
            using var read = JsonDocument.Parse(bytes);
            Assert.Equal(text, read.RootElement.GetProperty("text").GetString());
        }
    }

    private static int NextScalar(Random random)
    {
        var value = random.Next(4) switch { 0 => random.Next(1, 0x80), 1 => random.Next(0x80, 0xD800), 2 => random.Next(0xE000, 0x10000), _ => random.Next(0x10000, 0x110000) };
        return value;
    }
}
