using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

/// <summary>What the editions of 2005 and 2025 write otherwise than that of 2017.</summary>
public class Hj212EditionTests
{
    private const string Head2025 = "QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=9;";
    private const string Data = "CP=&&DataTime=20260301101500;w01018-Rtd=21.5,w01018-Flag=N&&";

    [Theory]
    [InlineData("QN=20260301101500123;ST=32;CN=1062;PW=654321;MN=QSDEMO00000014;Flag=3;CP=&&RtdInterval=30&&")]
    [InlineData("ST=91;CN=9011;PW=654321;MN=QSDEMO00000014;Flag=0;CP=&&QN=20260301101500123;QnRtn=1&&")]
    [InlineData("ST=91;CN=9012;PW=654321;MN=QSDEMO00000014;CP=&&QN=20260301101500123;ExeRtn=100&&")]
    [InlineData("ST=32;CN=1061;PW=654321;MN=QSDEMO00000014;CP=&&QN=20260301101500123;RtdInterval=30&&")]
    [InlineData("ST=31;CN=2011;PW=654321;MN=QSDEMO00000014;CP=&&DataTime=20260301101500;02-Rtd=12.5,02-ZsRtd=14,02-Flag=P&&")]
    [InlineData("ST=22;CN=2011;PW=654321;MN=QSDEMO00000014;CP=&&DataTime=20260301101500;02-Rtd=0.012,02-Flag=3&&")]
    [InlineData("ST=32;CN=2031;PW=654321;MN=QSDEMO00000014;CP=&&DataTime=20260228000000;B01-Cou=1200.5;024-Cou=0.118,024-Min=0.21,024-Avg=0.28,024-Max=0.31&&")]
    [InlineData("ST=32;CN=2051;PW=654321;MN=QSDEMO00000014;Flag=2;PNUM=2;PNO=1;CP=&&DataTime=20260301101000;011-Avg=21.5&&")]
    public void Frames_of_2005_deviate_in_nothing(string text)
    {
        var segment = Samples.Segment(text);
        Assert.Equal(2005, Hj212Version.Infer(segment).Year);
        Assert.Equal(Hj212Problems.None, Hj212Inspection.Inspect(segment));
    }

    [Theory]
    [InlineData("ST=91;CN=9011;PW=654321;MN=QSDEMO00000000000000A001;Flag=0;CP=&&QN=20260301101500123;QnRtn=1&&", 2005, "Flag version bits 0; no factor code; MN of 24 characters; QN inside the data area")]
    [InlineData("ST=91;CN=9011;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;CP=&&QN=20260301101500123;QnRtn=1&&", 2017, "Flag version bits 1; no factor code; MN of 24 characters; QN inside the data area")]
    [InlineData(Head2025 + "RF=1;" + Data, 2025, "Flag version bits 2; factor codes in the form of 2017 and later; MN of 24 characters; field RF, new in 2025")]
    [InlineData(Head2025 + Data, null, "Flag version bits 2; factor codes in the form of 2017 and later; MN of 24 characters")]
    [InlineData("QN=20260301101500123;ST=91;CN=9015;PW=654321;MN=QSDEMO00000000000000A001;Flag=9;CP=&&&&", 2025, "Flag version bits 2; no factor code; MN of 24 characters; system or command code new in 2025")]
    [InlineData("QN=20260301101500123;ST=91;CN=9015;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;CP=&&&&", 2017, "Flag version bits 1; no factor code; MN of 24 characters; system or command code new in 2025")]
    [InlineData(Head2025 + "CP=&&{0x3d,0x1f}&&", 2025, "Flag version bits 2; no factor code; MN of 24 characters; encrypted data area, new in 2025")]
    public void The_edition_is_told_by_what_only_it_has(string text, int? year, string evidence) =>
        Assert.Equal(new Hj212Edition(year, evidence), Hj212Version.Infer(Samples.Segment(text)));

    [Theory]
    [InlineData(Head2025 + "RF=1;" + Data, Hj212Problems.None)]
    [InlineData(Head2025 + "RF=0;" + Data, Hj212Problems.RfFormat)]
    [InlineData(Head2025 + "RF=;" + Data, Hj212Problems.RfFormat)]
    [InlineData("QN=20260301101500123;RF=1;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=9;" + Data, Hj212Problems.FieldOrder)]
    [InlineData(Head2025 + "CP=&&{0x3d,0x1f}&&", Hj212Problems.DataEncrypted)]
    [InlineData(Head2025 + "CP=&&DataTime=20260301101500;w01018-Rtd=1,w01018-Flag=P&&", Hj212Problems.MarkUnknown)]
    [InlineData(Head2025 + "CP=&&DataTime=20260301101500;PM25-Rtd=1,PM25-Flag=N&&", Hj212Problems.FactorUnknown)]
    [InlineData(Head2025 + "CP=&&DataTime=20260301101500;e01001-Rtd=1,e01001-Flag=N&&", Hj212Problems.None)]
    [InlineData(Head2025 + "CP=&&DataTime=20260301101500;w01018-Rtd=1;DataTime=20260301101600;w01018-Avg=1&&", Hj212Problems.DataTimesDiffer)]
    [InlineData(Head2025 + "CP=&&DataTime=20260301101500;w01018-Rtd=1;DataTime=20260301101500;w01001-Rtd=1&&", Hj212Problems.None)]
    [InlineData("QN=20260301101500123;ST=91;CN=9011;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;CP=&&&&", Hj212Problems.ReturnCodeMissing)]
    [InlineData("QN=20260301101500123;ST=91;CN=9012;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;CP=&&QnRtn=1&&", Hj212Problems.ReturnCodeMissing)]
    [InlineData("QN=20260301101500123;ST=91;CN=9011;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;CP=&&QnRtn=77&&", Hj212Problems.ReturnCodeUnknown)]
    [InlineData("QN=20260301101500123;ST=91;CN=9012;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;CP=&&ExeRtn=1&&", Hj212Problems.None)]
    public void Each_deviation_is_named_and_nothing_else(string text, Hj212Problems expected) =>
        Assert.Equal(expected, Hj212Inspection.Inspect(Samples.Segment(text)));

    [Fact]
    public void An_encrypted_frame_is_one_although_length_and_crc_are_those_of_the_plain_text()
    {
        var raw = Samples.Bytes($"##0123{Head2025}CP=&&{{0x3d,0x1f,0x00}}tail&&ABCD\r\n");
        var (sink, framer) = Collected.Of(raw, _ => 7);
        Assert.Equal([(0L, false, false)], sink.Frames.Select(frame => (frame.Offset, frame.CrcOk, frame.LengthOk)));
        Assert.Empty(sink.Rejections);
        Assert.Equal(raw.Length, framer.FramedBytes);
        var frame = Samples.Read(raw);
        Assert.Equal(Hj212Problems.DataEncrypted, Hj212Inspection.Inspect(frame));
        Assert.Equal(Hj212AnswerKind.None, Hj212Answer.Owed(frame));
        Assert.Null(Hj212Report.From(frame.Segment));
    }

    [Theory]
    [InlineData("CP=&&0x3d,0x1f&&")]
    [InlineData("CP=&&{0x3d,0x1f&")]
    [InlineData("{0x3d,0x1f}&&")]
    public void What_only_looks_like_it_is_rejected_as_before(string area) => Assert.Equal(
        [Hj212RejectionReason.LengthAndChecksumWrong],
        Collected.Of(Samples.Bytes($"##0123{Head2025}{area}ABCD\r\n")).Sink.Rejections.Select(rejection => rejection.Reason));

    [Theory]
    [InlineData(1001, 2005, "设置超限报警时间")]
    [InlineData(1001, 2025, "上传数采仪硬件序号")]
    [InlineData(1001, 2017, null)]
    [InlineData(3014, 2005, "设置设备采样时间周期")]
    [InlineData(3014, 2017, "比对采样")]
    [InlineData(3014, null, "比对采样")]
    [InlineData(2051, 2005, "取/上传污染物分钟数据")]
    [InlineData(9015, 2025, "心跳")]
    public void A_command_means_what_its_edition_says(int command, int? year, string? zh) => Assert.Equal(
        zh, Hj212Catalogue.Find("cn", command.ToString("D4", System.Globalization.CultureInfo.InvariantCulture), year)?.Zh);

    [Fact]
    public void Every_entry_of_every_edition_has_both_languages_and_a_clause()
    {
        var rows = Hj212Data.Rows("hj212-catalogue.psv").ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(6, row.Length));
        Assert.All(rows, row => Assert.DoesNotContain(row[..5], string.IsNullOrWhiteSpace));
    }
}
