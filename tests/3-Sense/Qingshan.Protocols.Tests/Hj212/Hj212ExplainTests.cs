using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212ExplainTests
{
    [Theory]
    [InlineData(Samples.RealTimeSegment)]
    [InlineData(Samples.HourlySegment)]
    [InlineData("QN=;ST=;CN=2011;PW=654321,MN=;FLAG=7;PNUM=;PNO=;CP=&&&&")]
    [InlineData("CN=1072;PW=654321;CP=&&NewPW=654321;&&;;")]
    public void Explain_covers_every_byte_but_the_separators_and_hides_the_password(string segment)
    {
        var raw = Samples.Frame(segment);
        var lines = Hj212Explain.Explain(Samples.Read(raw));
        var at = 0;
        foreach (var line in lines)
        {
            Assert.All(raw[at..line.Offset], separator => Assert.Contains((char)separator, ";,"));
            at = line.Offset + line.Length;
        }

        Assert.Equal(raw.Length, at);
        Assert.DoesNotContain(lines, line => line.Raw.Contains("654321", StringComparison.Ordinal));
    }

    [Fact]
    public void The_text_is_the_golden_one()
    {
        var output = new StringWriter { NewLine = "\n" };
        var raw = Samples.Frame("QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;CP=&&DataTime=20260301101500;w20117-Rtd=2610.5,w20117-Flag=N;x9-Rtd=1&&");
        Hj212Decode.Run(new MemoryStream(raw), output, TextWriter.Null, explain: true);
        Assert.Equal(
            """
                0-1     ##  包头 | frame head  [6.3 table 2]
                2-5     0151  数据段长度 | length of the data segment  [6.3 table 2]
                6-25    QN=20260301101500123  请求编码 | request number  [6.3 table 3]
               27-31    ST=32  系统编码：地表水体环境污染源 | system code: source of surface water pollution  [6.6.1.2 table 5]
               33-39    CN=2011  命令编码：取/上传污染物实时数据 | command code: real-time data  [6.6.5.2 table 9]
               41-49    PW=******  访问密码 | access password  [6.3 table 3]
               51-77    MN=QSDEMO00000000000000A001  设备唯一标识 | unique identity of the device  [6.3 table 3]
               79-84    Flag=5  拆分包及应答标志：版本位1，不拆分，要求应答 | version, split and answer bits: version bits 1, not split, answer wanted  [6.3 table 3]
               86-90    CP=&&  指令参数（数据区） | parameters (data area)  [6.3 table 3]
               91-113   DataTime=20260301101500  数据时间 | time of the data  [6.3 table 4]
              115-131   w20117-Rtd=2610.5  六价铬 实时采样值 (μg/L) | chromium, hexavalent, real-time value (μg/L)  [6.3 table 4]
              133-145   w20117-Flag=N  六价铬 数据标记：监测仪器工作正常 | chromium, hexavalent, data mark: instrument works normally  [6.6.4 table 8]
              147-154   x9-Rtd=1  x9 实时采样值 | x9, real-time value  [6.3 table 4]
              155-156   &&  数据区结束 | end of the data area  [6.3 table 3]
              157-160   6840  CRC校验，相符 | CRC, fits  [annex A]
              161-162   CR LF  包尾 | line end  [6.3 table 2]
                  版本 | edition: 2017 (Flag version bits 1; factor codes in the form of 2017 and later; MN of 24 characters)


            """.ReplaceLineEndings("\n"),
            output.ToString());
    }
}
