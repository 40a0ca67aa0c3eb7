using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212DecodeTests
{
    [Fact]
    public void Frames_and_rejections_are_lines_in_input_order_and_the_counts_add_up()
    {
        var good = Samples.Frame("QN=20260301101500123;ST=91;CN=9014;PW=654321;MN=QSDEMO00000000000000A001;Flag=4;CP=&&&&");
        byte[] input = [.. "mess PW=1;"u8, .. good, .. "\r\n"u8, .. good[..30]];
        var output = new StringWriter { NewLine = "\n" };
        var messages = new StringWriter { NewLine = "\n" };
        var summary = Hj212Decode.Run(new MemoryStream(input), output, messages, explain: false);
        Assert.Equal(
            """
            {"error":"no-frame-start","offset":0,"length":10,"raw":"mess PW=******;"}
            {"declaredLength":87,"actualLength":87,"lengthOk":true,"crc":"BB01","crcComputed":"BB01","crcOk":true,"version":"2017","versionEvidence":"Flag version bits 1; no factor code; MN of 24 characters","qn":"20260301101500123","st":"91","cn":"9014","pw":"654321","mn":"QSDEMO00000000000000A001","flag":{"version":1,"split":false,"ack":false},"pnum":null,"pno":null,"cp":[],"problems":[]}
            {"error":"incomplete","offset":111,"length":30,"raw":"##0087QN=20260301101500123;ST="}

            """.ReplaceLineEndings("\n"),
            output.ToString());
        Assert.Equal(
            """{"bytes":141,"frames":1,"framesWithProblems":0,"framedBytes":99,"rejected":{"no-frame-start":1,"incomplete":1},"rejectedBytes":40,"blankBytes":2}""" + "\n",
            messages.ToString());
        Assert.Equal(1, summary.ExitCode);
    }

    [Fact]
    public void A_sample_is_not_cut_inside_a_character()
    {
        var output = new StringWriter { NewLine = "\n" };
        Hj212Decode.Run(new MemoryStream(Samples.Bytes("x" + new string('青', 40))), output, TextWriter.Null, explain: false);
        Assert.Equal($$"""{"error":"no-frame-start","offset":0,"length":121,"raw":"x{{new string('青', 21)}}"}""" + "\n", output.ToString());
    }

    [Fact]
    public void Input_without_refusals_exits_with_zero()
    {
        var summary = Hj212Decode.Run(new MemoryStream(Samples.Frame(Samples.RealTimeSegment)), TextWriter.Null, TextWriter.Null, explain: false);
        Assert.Equal(0, summary.ExitCode);
        Assert.Equal(0, Hj212Decode.Run(Stream.Null, TextWriter.Null, TextWriter.Null, explain: false).Bytes);
    }
}
