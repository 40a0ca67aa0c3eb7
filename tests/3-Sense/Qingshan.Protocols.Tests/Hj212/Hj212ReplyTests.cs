using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212ReplyTests
{
    private const string Qn = "20260301101500123";

    [Theory]
    [InlineData(9011, 1, "准备执行请求")]
    [InlineData(9011, 9, "CRC校验错误")]
    [InlineData(9011, 100, "未知错误")]
    [InlineData(9012, 1, "执行成功")]
    [InlineData(9012, 100, "没有数据")]
    [InlineData(9012, 77, null)]
    [InlineData(9013, null, null)]
    [InlineData(9014, null, null)]
    public void An_answer_comes_back_in_both_forms(int command, int? code, string? meaning)
    {
        var reply = new Hj212Reply(command, Qn, "654321", Samples.Mn, new Hj212Flag(4)) { Code = code };
        var old = reply with { Flag = new Hj212Flag(0), In2005 = true, AnsweredCommand = 2051, AnsweredPart = new Hj212Part(3, 2) };
        foreach (var sent in new[] { reply, old, old with { Flag = null, Pw = null, AnsweredCommand = null, AnsweredPart = null } })
        {
            var read = Hj212Reply.From(Samples.Read(sent.ToFrame()).Segment)!;
            Assert.Equal(sent, read);
            Assert.Equal(meaning, read.Meaning?.Zh);
        }
    }

    [Fact]
    public void The_form_of_2017_has_the_number_before_the_data_area() => Assert.Equal(
        Samples.Frame("QN=20260301101500123;ST=91;CN=9012;PW=1;MN=M;Flag=4;CP=&&ExeRtn=1&&"),
        new Hj212Reply(9012, Qn, "1", "M", new Hj212Flag(4)) { Code = 1 }.ToFrame());

    [Fact]
    public void The_form_of_2005_has_it_inside() => Assert.Equal(
        Samples.Frame("ST=91;CN=9014;PW=1;MN=M;Flag=0;CP=&&QN=20260301101500123;CN=2051;PNUM=3;PNO=2&&"),
        new Hj212Reply(9014, Qn, "1", "M", new Hj212Flag(0)) { In2005 = true, AnsweredCommand = 2051, AnsweredPart = new Hj212Part(3, 2) }.ToFrame());

    [Theory]
    [InlineData("ST=91;CN=9011;PW=1;MN=M;CP=&&QnRtn=x&&", "", null)]
    [InlineData("ST=91;CN=9011;PW=1;MN=M;CP=&&QnRtn=99999999999&&", "", null)]
    [InlineData("QN=1;ST=91;CN=9012;PW=1;MN=M;CP=&&QN=2;ExeRtn=3&&", "1", 3)]
    [InlineData("ST=91;CN=9013;CP=&&QN=2&&", "2", null)]
    public void What_an_answer_lacks_stays_empty(string text, string qn, int? code)
    {
        var reply = Hj212Reply.From(Samples.Segment(text))!;
        Assert.Equal((qn, code), (reply.Qn, reply.Code));
    }

    [Theory]
    [InlineData("QN=1;ST=32;CN=2011;CP=&&QnRtn=1&&")]
    [InlineData("QN=1;ST=91;CN=9015;CP=&&&&")]
    [InlineData("QN=1;ST=91;CP=&&QnRtn=1&&")]
    public void Other_commands_are_no_answers(string text) => Assert.Null(Hj212Reply.From(Samples.Segment(text)));

    [Theory]
    [InlineData(
        "QN=20260301101500123;ST=32;CN=2051;PW=654321;MN=QSDEMO00000014;Flag=3;PNUM=2;PNO=1;CP=&&DataTime=20260301101000;011-Avg=21.5&&",
        "ST=91;CN=9014;PW=654321;MN=QSDEMO00000014;Flag=0;CP=&&QN=20260301101500123;CN=2051;PNUM=2;PNO=1&&")]
    [InlineData(
        "QN=20260301101500123;ST=32;CN=2031;PW=654321;MN=QSDEMO00000014;Flag=1;CP=&&DataTime=20260228000000;011-Avg=21.5&&",
        "ST=91;CN=9014;PW=654321;MN=QSDEMO00000014;Flag=0;CP=&&QN=20260301101500123;CN=2031&&")]
    [InlineData(
        "QN=20260301101500123;ST=32;CN=1013;PW=654321;MN=QSDEMO00000014;Flag=1;CP=&&&&",
        "ST=91;CN=9013;PW=654321;MN=QSDEMO00000014;Flag=0;CP=&&QN=20260301101500123&&")]
    [InlineData(
        "QN=20260301101500123;ST=32;CN=2051;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;CP=&&DataTime=20260301101000;w01018-Avg=21.5&&",
        "QN=20260301101500123;ST=91;CN=9014;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;CP=&&&&")]
    [InlineData(
        "QN=20260301101500123;ST=91;CN=9015;PW=654321;MN=QSDEMO00000000000000A001;Flag=9;CP=&&&&",
        "QN=20260301101500123;ST=91;CN=9013;PW=654321;MN=QSDEMO00000000000000A001;Flag=8;CP=&&&&")]
    public void The_platform_answers_in_the_form_of_the_device(string sent, string answered) =>
        Assert.Equal(Samples.Frame(answered), Hj212Answer.For(Samples.Read(Samples.Frame(sent))));
}
