using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212EncoderTests
{
    private static readonly Hj212Envelope Envelope = new("20260301101500123", "32", "2011", "654321", Samples.Mn, new Hj212Flag(5));

    [Fact]
    public void The_frame_of_annex_A_is_written_as_printed() => Assert.Equal(
        "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n",
        Samples.Text(Hj212Encoder.Frame(
            new Hj212Envelope("20160801085857223", "32", "1062", "100000", "010000A8900016F000169DC0", new Hj212Flag(5)),
            [[new("RtdInterval", "30")]])));

    [Fact]
    public void A_real_time_upload_is_written_and_read_back()
    {
        var raw = Hj212Encoder.Report(Envelope, new Hj212LocalTime(20260301101500, 0), [
            new("w20117", [new(Hj212Statistic.RealTime, "2610.5")], "N"),
            new("w01001", [new(Hj212Statistic.RealTime, "7.12")], "N"),
            new("w00000", [new(Hj212Statistic.RealTime, "12.40")], "N"),
        ]);
        Assert.Equal(Samples.Frame(Samples.RealTimeSegment), raw);
        Assert.Equal(Hj212Problems.None, Hj212Inspection.Inspect(Samples.Read(raw)));
    }

    [Fact]
    public void An_hourly_upload_is_written_and_read_back()
    {
        var raw = Hj212Encoder.Report(
            Envelope with { Qn = "20260301110000123", Cn = "2061" },
            new Hj212LocalTime(20260301100000, 0),
            [new("w20117", [new(Hj212Statistic.Total, "0.118"), new(Hj212Statistic.Minimum, "2600"), new(Hj212Statistic.Average, "2805.25"), new(Hj212Statistic.Maximum, "3100")], "N")]);
        Assert.Equal(Samples.Frame(Samples.HourlySegment), raw);
    }

    [Theory]
    [InlineData(Hj212Statistic.RealTime)]
    [InlineData(Hj212Statistic.Average)]
    [InlineData(Hj212Statistic.Minimum)]
    [InlineData(Hj212Statistic.Maximum)]
    [InlineData(Hj212Statistic.Total)]
    [InlineData(Hj212Statistic.ConvertedRealTime)]
    [InlineData(Hj212Statistic.ConvertedAverage)]
    [InlineData(Hj212Statistic.ConvertedMinimum)]
    [InlineData(Hj212Statistic.ConvertedMaximum)]
    [InlineData(Hj212Statistic.Noise)]
    [InlineData(Hj212Statistic.NoiseByDay)]
    [InlineData(Hj212Statistic.NoiseByNight)]
    public void Every_statistic_comes_back(Hj212Statistic statistic)
    {
        var raw = Hj212Encoder.Report(Envelope, new Hj212LocalTime(20260301101500, 0), [new("Leq", [new(statistic, "-1.50")], null)]);
        var report = Hj212Report.From(Samples.Read(raw).Segment)!;
        Assert.Equal([new Hj212Measurement("Leq", statistic, "-1.50", new(-150, 2), "", null)], report.Measurements);
    }

    [Fact]
    public void A_part_of_a_split_message_carries_its_numbers()
    {
        var raw = Hj212Encoder.Frame(Envelope with { Flag = new Hj212Flag(7), Part = new Hj212Part(3, 2) }, [[new("A", "1")]]);
        var segment = Samples.Read(raw).Segment;
        Assert.Equal(("3", "2"), (Samples.Text(segment.Pnum), Samples.Text(segment.Pno)));
        Assert.Equal(Hj212Problems.None, Hj212Inspection.Inspect(segment));
    }

    [Fact]
    public void A_separator_in_a_value_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => Hj212Encoder.Frame(Envelope, [[new("A", "1;2")]]));

    [Fact]
    public void An_upload_that_wants_an_answer_gets_9014() => Assert.Equal(
        Samples.Frame("QN=20260301101500123;ST=91;CN=9014;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;CP=&&&&"),
        Hj212Answer.For(Samples.Read(Samples.Frame(Samples.RealTimeSegment))));

    [Theory]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=1;MN=M;Flag=4;CP=&&&&", Hj212AnswerKind.None)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=1;MN=M;Flag=1;CP=&&&&", Hj212AnswerKind.Data)]
    [InlineData("QN=20260301101500123;ST=32;CN=2061;PW=1;MN=M;Flag=9;CP=&&&&", Hj212AnswerKind.Data)]
    [InlineData("QN=20260301101500123;ST=32;CN=1013;PW=1;MN=M;Flag=5;CP=&&&&", Hj212AnswerKind.Notice)]
    [InlineData("QN=20260301101500123;ST=91;CN=9014;PW=1;MN=M;Flag=5;CP=&&&&", Hj212AnswerKind.None)]
    [InlineData("ST=32;CN=2011;PW=1;MN=M;CP=&&&&", Hj212AnswerKind.None)]
    [InlineData("ST=32;CN=2011;PW=1;MN=M;Flag=5;CP=&&&&", Hj212AnswerKind.None)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=a#b;MN=M;Flag=5;CP=&&&&", Hj212AnswerKind.None)]
    [InlineData("QN=20260301101500123;ST=32;CN=2011;PW=1;MN=M\n;Flag=5;CP=&&&&", Hj212AnswerKind.None)]
    public void The_answer_owed_depends_on_flag_and_command(string text, Hj212AnswerKind expected)
    {
        var frame = Samples.Read(Samples.Frame(text));
        Assert.Equal(expected, Hj212Answer.Owed(frame));
        Assert.Equal(expected != Hj212AnswerKind.None, Hj212Answer.For(frame) is not null);
    }

    [Fact]
    public void A_frame_with_a_wrong_crc_is_not_answered()
    {
        var raw = Samples.Frame(Samples.RealTimeSegment);
        raw[60] ^= 1;
        Assert.Equal(Hj212AnswerKind.None, Hj212Answer.Owed(Samples.Read(raw)));
    }

    [Fact]
    public void Device_answers_carry_their_codes()
    {
        Assert.Equal(
            Samples.Frame("QN=20260301101500123;ST=91;CN=9011;PW=1;MN=M;Flag=4;CP=&&QnRtn=1&&"),
            Hj212Encoder.RequestAnswer("20260301101500123", 1, "1", "M", new Hj212Flag(4)));
        Assert.Equal(
            Samples.Frame("QN=20260301101500123;ST=91;CN=9012;PW=1;MN=M;Flag=4;CP=&&ExeRtn=100&&"),
            Hj212Encoder.ExecutionResult("20260301101500123", 100, "1", "M", new Hj212Flag(4)));
    }
}
