using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212ExplainTests
{
    [Theory]
    [InlineData(Samples.RealTimeSegment)]
    [InlineData(Samples.HourlySegment)]
    [InlineData("QN=;ST=;CN=2011;PW=654321,MN=;FLAG=7;PNUM=;PNO=;CP=&&&&")]
    [InlineData("CN=1072;PW=654321;CP=&&NewPW=654321;&&;;")]
    [InlineData("ST=91;CN=9014;PW=654321;MN=QSDEMO00000014;Flag=0;CP=&&QN=20260301101500123;CN=2051;PNUM=2;PNO=1&&")]
    [InlineData("QN=20260301101500123;ST=32;CN=1014;PW=654321;MN=QSDEMO00000000000000A001;Flag=9;RF=1;CP=&&SKCreateTime=20260301000000;NewSK=654321&&")]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=9;CP=&&{0x3d,0x1f,0x00}&&")]
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
                  factor-unknown: 因子编码不在编码表内，按原文保留 | a factor code is not in the table; it is kept as sent  [annex B]


            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Fact]
    public void The_edition_decides_what_codes_and_units_mean()
    {
        Assert.Equal(
            [
                "ST=91|系统编码：系统交互|system code: exchange between device and platform",
                "CN=9014|命令编码：数据应答|command code: answer to data",
                "PW=******|访问密码|access password",
                "MN=QSDEMO00000014|设备唯一标识|unique identity of the device",
                "CP=&&|指令参数（数据区）|parameters (data area)",
                "QN=20260301101500123|被应答的请求编码|request number this belongs to",
                "CN=2071|被应答的命令编码：取污染物报警记录|command this belongs to: alarm records",
                "&&|数据区结束|end of the data area",
            ],
            Shown("ST=91;CN=9014;PW=654321;MN=QSDEMO00000014;CP=&&QN=20260301101500123;CN=2071&&"));
        Assert.Contains("024-Avg=0.28|六价铬 平均值 (mg/L)|chromium, hexavalent, average (mg/L)", Shown(Old("024-Avg=0.28")));
        Assert.Contains("024-Cou=0.1|六价铬 累计值 (kg)|chromium, hexavalent, total over the period (kg)", Shown(Old("024-Cou=0.1")));
        Assert.Contains("S04-Avg=1|烟气动压 平均值|flue gas dynamic pressure, average", Shown(Old("S04-Avg=1")));
        Assert.Equal("HJ/T 212-2005", Hj212Explain.Explain(Samples.Read(Samples.Frame(Old("02-Rtd=1,02-Flag=P"))))[^4].Clause);
        Assert.Contains("02-Flag=P|二氧化硫 数据标记：电源故障|sulphur dioxide, data mark: power failure", Shown(Old("02-Flag=P")));
        Assert.Contains("w20117-Avg=280|六价铬 平均值 (μg/L)|chromium, hexavalent, average (μg/L)", Shown("CN=2031;Flag=4;MN=QSDEMO00000000000000A001;CP=&&w20117-Avg=280&&"));
        Assert.Contains("RF=1|补传标志|resent data", Shown("CN=2031;Flag=9;RF=1;CP=&&&&"));

        static string Old(string item) => $"ST=32;CN=2031;MN=QSDEMO00000014;CP=&&DataTime=20260228000000;{item}&&";
    }

    [Fact]
    public void The_packets_of_a_split_message_say_what_is_still_missing()
    {
        var output = new StringWriter();
        byte[] input = [.. Part(2, 2), .. Part(1, 2), .. Part(1, 9999)];
        Hj212Decode.Run(new MemoryStream(input), output, TextWriter.Null, explain: true);
        Assert.Equal(
            [
                "拆分包 2/2：已收到，还缺其他包 | packet 2/2: kept; other packets are missing  [annex C.49, C.50]",
                "拆分包 1/2：各包已齐，合并为一条 | packet 1/2: all packets are there; joined to one message  [annex C.49, C.50]",
                "拆分包 1/9999：总包数PNUM过大，不合并 | packet 1/9999: PNUM is too large; not joined  [6.3 table 3]",
            ],
            output.ToString().Split(output.NewLine).Where(line => line.Contains("拆分包 ", StringComparison.Ordinal)).Select(line => line.Trim()));

        static byte[] Part(int number, int count) => Samples.Frame(
            $"QN=20260301101500123;ST=32;CN=2051;PW=1;MN=QSDEMO00000000000000A001;Flag=6;PNUM={count};PNO={number};CP=&&DataTime=20260301101000;w01018-Avg={number}&&");
    }

    private static IEnumerable<string> Shown(string segment) => Hj212Explain.Explain(Samples.Read(Samples.Frame(segment)))
        .Skip(2).SkipLast(2).Select(line => $"{line.Raw}|{line.Zh}|{line.En}");
}
