using System.Text;
using Qingshan.Registry.Exchange;

namespace Qingshan.Registry.Tests.Exchange;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("a,b\n1,2", "1:a|b 2:1|2")]
    [InlineData("a,b\r\n1,2\r\n", "1:a|b 2:1|2")]
    [InlineData("a,b\r1,2\r", "1:a|b 2:1|2")]
    [InlineData("a\n\n\n1\n", "1:a 4:1")]
    [InlineData("a,b\n,\n", "1:a|b 2:|")]
    [InlineData("a,b\n1,", "1:a|b 2:1|")]
    [InlineData("\"a,1\",\"b\"\"2\"\"\"\n\"line\nend\",x", "1:a,1|b\"2\" 2:line\nend|x")]
    [InlineData("\"\",x", "1:|x")]
    [InlineData("", "")]
    public void Rows_AreReadWithTheirNumbers(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', CsvText.Read(text).Require().Select(row => $"{row.Number}:{string.Join('|', row.Fields)}")));

    [Theory]
    [InlineData("a\nb\"c", "exchange.quote-in-field: Row 2: a quote stands only at the beginning and end of a field; write two for one inside.")]
    [InlineData("a\n\"b\"c", "exchange.quote-in-field: Row 2: a quote stands only at the beginning and end of a field; write two for one inside.")]
    [InlineData("a\n\"b", "exchange.quote-open: Row 2: a quote is not closed.")]
    [InlineData("a\n\"", "exchange.quote-open: Row 2: a quote is not closed.")]
    [InlineData("a\n\"b\"\"", "exchange.quote-open: Row 2: a quote is not closed.")]
    public void WhatIsNotQuotedRightly_IsRefusedWithItsRow(string text, string answer) => Assert.Equal(answer, CsvText.Read(text).Refusal?.ToString());

    [Fact]
    public void TooManyRowsOrColumns_AreRefused()
    {
        Assert.Equal("exchange.too-many-columns", CsvText.Read(new string(',', ExchangeLimits.Columns)).Refusal?.Reason.Code);
        Assert.Null(CsvText.Read(new string(',', ExchangeLimits.Columns - 1)).Refusal);
        Assert.Equal("exchange.too-many-rows", CsvText.Read(string.Concat(Enumerable.Repeat("x\n", ExchangeLimits.Rows + 2))).Refusal?.Reason.Code);
        Assert.Equal(ExchangeLimits.Rows + 1, CsvText.Read(string.Concat(Enumerable.Repeat("x\n", ExchangeLimits.Rows + 1))).Require().Count);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    // What a spreadsheet would run is guarded, and the guard is taken away again.
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-5", "'-5")]
    [InlineData("'=1", "''=1")]
    [InlineData("'quoted'", "'quoted'")]
    public void AField_ReadsBackAsItWas(string value, string written)
    {
        var text = new StringBuilder();
        CsvText.Write(text, [value, "end"]);
        Assert.Equal($"{written},end\r\n", text.ToString());
        Assert.Equal([value, "end"], CsvText.Read(text.ToString()).Require()[0].Fields);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a;b|c\\d", "a\\;b\\|c\\\\d")]
    [InlineData("C:\\x", "C:\\\\x")]
    public void AValueInAList_ReadsBackAsItWas(string value, string escaped)
    {
        Assert.Equal(escaped, ListText.Escape(value));
        Assert.Equal(value, ListText.Unescape(escaped));
        Assert.Equal([value, "z"], ListText.Split($"{escaped};z", ListText.Items).Select(ListText.Unescape));
    }
}
