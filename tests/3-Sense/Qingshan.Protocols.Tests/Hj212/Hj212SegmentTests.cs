using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212SegmentTests
{
    private const string Head = "QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;";
    private const string Data = "CP=&&DataTime=20260301101500;w01018-Rtd=21.5,w01018-Flag=N&&";

    [Fact]
    public void Every_field_is_found()
    {
        var segment = Samples.Segment("QN=20260301101500123;ST=32;CN=2061;PW=654321;MN=QSDEMO00000000000000A001;Flag=7;PNUM=2;PNO=1;CP=&&A=1,B=2;C=3&&");
        Assert.Equal("20260301101500123", Samples.Text(segment.Qn));
        Assert.Equal("32", Samples.Text(segment.St));
        Assert.Equal(2061, segment.Command);
        Assert.Equal("654321", Samples.Text(segment.Pw));
        Assert.Equal("QSDEMO00000000000000A001", Samples.Text(segment.Mn));
        Assert.Equal(new Hj212Flag(7), segment.Flag);
        Assert.Equal((1, true, true), (segment.Flag!.Value.Version, segment.Flag.Value.Split, segment.Flag.Value.Ack));
        Assert.Equal("2", Samples.Text(segment.Pnum));
        Assert.Equal("1", Samples.Text(segment.Pno));
        Assert.Equal(["0:A=1", "0:B=2", "1:C=3"], Items(segment));
        Assert.Equal(Hj212Problems.None, Hj212Inspection.Inspect(segment));
    }

    [Theory]
    [InlineData(Head + Data, Hj212Problems.None)]
    [InlineData("ST=32;CN=2011;PW=654321;MN=QSDEMO00000014;CP=&&DataTime=20260301101500;011-Rtd=21.5,011-Flag=N&&", Hj212Problems.None)]
    [InlineData("ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;" + Data, Hj212Problems.QnMissing)]
    [InlineData("QN=2026;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;" + Data, Hj212Problems.QnFormat)]
    [InlineData("QN=20261301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;" + Data, Hj212Problems.QnFormat)]
    [InlineData("QN=20260301101500123;ST=;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;" + Data, Hj212Problems.StMissing)]
    [InlineData("QN=20260301101500123;ST=32;CN=;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;" + Data, Hj212Problems.CnMissing)]
    [InlineData("QN=20260301101500123;ST=32;CN=20;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;" + Data, Hj212Problems.CnFormat)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=;MN=;Flag=4;" + Data, Hj212Problems.PwEmpty | Hj212Problems.MnEmpty)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;Flag=4;" + Data, Hj212Problems.PwMissing | Hj212Problems.MnMissing)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=SHORT;Flag=4;" + Data, Hj212Problems.MnLength)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=x;" + Data, Hj212Problems.FlagFormat)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;" + Data, Hj212Problems.FlagMissing)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=654321,MN=QSDEMO00000000000000A001;FLAG=5;" + Data, Hj212Problems.CommaSeparator | Hj212Problems.KeyCase)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=5CP=&&DataTime=20260301101500&&", Hj212Problems.SeparatorMissing)]
    [InlineData("ST=32;QN=20260301101500123;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;" + Data, Hj212Problems.FieldOrder)]
    [InlineData("QN=20260301101500123;ST=32;ST=31;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;" + Data, Hj212Problems.FieldRepeated)]
    [InlineData("QN=20260301101500123;XX=32;ST=31;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;" + Data, Hj212Problems.FieldUnknown)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=7;" + Data, Hj212Problems.SplitNumbersMissing)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;PNUM=2;PNO=1;" + Data, Hj212Problems.SplitNumbersUnexpected)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=7;PNUM=2;PNO=3;" + Data, Hj212Problems.SplitNumbersFormat)]
    [InlineData(Head, Hj212Problems.CpMissing)]
    [InlineData(Head + "CP=&&DataTime=20260301101500", Hj212Problems.CpNotClosed)]
    [InlineData(Head + "CP=&&DataTime=20260301101500&&;", Hj212Problems.TextAfterCp)]
    [InlineData(Head + "cp=&&DataTime=20260301101500&&", Hj212Problems.KeyCase)]
    [InlineData(Head + "CP=&&DataTime=20260301101500;&&", Hj212Problems.TrailingSeparator)]
    [InlineData(Head + "CP=&&DataTime=20260301101500;;SB1-RS=1&&", Hj212Problems.EmptyItem)]
    [InlineData(Head + "CP=&&DataTime=20260301101500;novalue&&", Hj212Problems.ItemWithoutValue)]
    [InlineData(Head + "CP=&&DataTime=20260301101500;w01018-Rtd=1;w01018-Rtd=2&&", Hj212Problems.FactorRepeated)]
    [InlineData(Head + "CP=&&DataTime=20260301101500;w01018-Rtd=1,w21003-Rtd=2&&", Hj212Problems.FactorsMixed)]
    [InlineData(Head + "CP=&&w01018-Rtd=1&&", Hj212Problems.DataTimeMissing)]
    [InlineData(Head + "CP=&&DataTime=20260229101500;w01018-Rtd=1&&", Hj212Problems.DataTimeFormat)]
    [InlineData(Head + "CP=&&DataTime=20260301101500123;w01018-Rtd=1&&", Hj212Problems.DataTimeFormat)]
    [InlineData(Head + "CP=&&DataTime=20260301101500;w01018-Rtd=n/a&&", Hj212Problems.ValueNotNumber)]
    [InlineData(Head + "CP=&&DataTime=20260301101500;w01018-Rtd=1,w01018-Flag=Q&&", Hj212Problems.MarkUnknown)]
    public void Each_deviation_is_named_and_nothing_else(string text, Hj212Problems expected) =>
        Assert.Equal(expected, Hj212Inspection.Inspect(Samples.Segment(text)));

    [Fact]
    public void Tolerated_spellings_still_give_the_values()
    {
        var segment = Samples.Segment("QN=20260301101500123;ST=32;CN=2011;PW=a,b,MN=QSDEMO00000000000000A001;FLAG=5CP=&&A=1;&&");
        Assert.Equal("a,b", Samples.Text(segment.Pw));
        Assert.Equal("QSDEMO00000000000000A001", Samples.Text(segment.Mn));
        Assert.Equal(new Hj212Flag(5), segment.Flag);
        Assert.Equal(["0:A=1"], Items(segment));
    }

    [Fact]
    public void An_empty_data_area_has_no_items() => Assert.Empty(Items(Samples.Segment(Head + "CP=&&&&")));

    [Fact]
    public void Text_that_is_not_utf8_is_read_as_gb18030_and_named()
    {
        byte[] bytes = [.. Samples.Bytes(Head + "CP=&&i11001-Info="), 0xC7, 0xE5, 0xCF, 0xB4, .. "&&"u8];
        var segment = Hj212Segment.Parse(bytes);
        Assert.Equal(Hj212Problems.TextNotUtf8, Hj212Inspection.Inspect(segment));
        Assert.Contains("清洗", Hj212Mask.Text(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1024, Hj212Problems.None)]
    [InlineData(1025, Hj212Problems.SegmentTooLong)]
    public void A_segment_may_have_1024_bytes(int length, Hj212Problems expected)
    {
        var text = Head + "CP=&&i11001-Info=" + new string('x', length - Head.Length - 19) + "&&";
        Assert.Equal(length, text.Length);
        Assert.Equal(expected, Hj212Inspection.Inspect(Samples.Read(Samples.Frame(text))));
    }

    [Theory]
    [InlineData("ST=32;CN=2011;MN=QSDEMO00000014;CP=&&011-Rtd=1&&", 2005, "no Flag; factor codes in the form of 2005; MN of 14 characters")]
    [InlineData("ST=32;CN=2011;MN=QSDEMO00000000000000A001;Flag=4;CP=&&w01018-Rtd=1&&", 2017, "Flag version bits 1; factor codes in the form of 2017 and later; MN of 24 characters")]
    [InlineData("ST=91;CN=9014;MN=QSDEMO00000000000000A001;Flag=4;CP=&&&&", 2017, "Flag version bits 1; no factor code; MN of 24 characters")]
    [InlineData("ST=91;CN=9014;MN=QSDEMO00000014;Flag=4;CP=&&&&", null, "Flag version bits 1; no factor code; MN of 14 characters")]
    [InlineData("ST=32;CN=2011;MN=QSDEMO00000014;Flag=4;CP=&&011-Rtd=1&&", null, "Flag version bits 1; factor codes in the form of 2005; MN of 14 characters")]
    [InlineData("ST=21;CN=2011;MN=QSDEMO00000000000000A001;Flag=9;CP=&&w01018-Rtd=1&&", null, "Flag version bits 2; factor codes in the form of 2017 and later; MN of 24 characters")]
    [InlineData("ST=44;CN=2011;MN=QSDEMO00000000000000A001;Flag=9;CP=&&p00001-Rtd=1&&", 2025, "Flag version bits 2; factor codes in the form of 2017 and later; MN of 24 characters; system or command code new in 2025")]
    public void The_edition_needs_two_signs(string text, int? year, string evidence) =>
        Assert.Equal(new Hj212Edition(year, evidence), Hj212Version.Infer(Samples.Segment(text)));

    [Fact]
    public void Every_problem_and_rejection_has_texts_in_both_languages()
    {
        foreach (var entry in Enum.GetValues<Hj212Problems>()[1..].Select(Hj212Catalogue.Of).Concat(Enum.GetValues<Hj212RejectionReason>().Select(Hj212Catalogue.Of)))
        {
            Assert.NotEmpty(entry.Zh);
            Assert.NotEmpty(entry.En);
            Assert.NotEmpty(entry.Clause);
        }
    }

    private static List<string> Items(in Hj212Segment segment)
    {
        var items = new List<string>();
        foreach (var item in segment.Items)
            items.Add($"{item.Group}:{Samples.Text(item.Key)}={Samples.Text(item.Value)}");
        return items;
    }
}
