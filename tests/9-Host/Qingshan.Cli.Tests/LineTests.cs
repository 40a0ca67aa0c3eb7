namespace Qingshan.Cli.Tests;

/// <summary>The commands that pass lines, with their exact output.</summary>
public sealed class LineTests
{
    private const string Frame = "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n";

    private const string Decoded =
        "{\"declaredLength\":101,\"actualLength\":101,\"lengthOk\":true,\"crc\":\"1C80\",\"crcComputed\":\"1C80\",\"crcOk\":true,\"version\":\"2017\",\"versionEvidence\":\"Flag versi"
        + "on bits 1; no factor code; MN of 24 characters\",\"qn\":\"20160801085857223\",\"st\":\"32\",\"cn\":\"1062\",\"pw\":\"100000\",\"mn\":\"010000A8900016F000169DC0\",\"flag\":{\""
        + "version\":1,\"split\":false,\"ack\":true},\"pnum\":null,\"pno\":null,\"cp\":[[[\"RtdInterval\",\"30\"]]],\"problems\":[]}"
        + "\n";

    private const string Counts =
        "{\"bytes\":113,\"frames\":1,\"framesWithProblems\":0,\"framedBytes\":113,\"rejected\":{},\"rejectedBytes\":0,\"blankBytes\":0}\n";

    [Fact]
    public async Task Decode_GivesAnObjectAFrame() =>
        Assert.Equal(new Run(0, Decoded, Counts), await Command.WithInputAsync(Frame, "decode", "hj212"));

    [Fact]
    public async Task Decode_OfAFile_GivesTheSame()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["frames"], Frame);
        Assert.Equal(Decoded, (await Command.RunAsync("decode", "hj212", scratch["frames"])).Out);
    }

    [Fact]
    public async Task Decode_OfGarbage_EndsWithOne()
    {
        var run = await Command.WithInputAsync("garbage without a frame\r\n", "decode", "hj212");
        Assert.Equal(1, run.Code);
        Assert.DoesNotContain("Exception", run.Out + run.Err);
    }

    [Fact]
    public async Task Explain_NamesFieldAndClause() =>
        Assert.StartsWith(
            "    0-1     ##  包头 | frame head  [6.3 table 2]\n    2-5     0101  数据段长度 | length of the data segment  [6.3 table 2]\n    6-25    QN=20160801085857223  请求编码 | request number  [6.3 table 3]\n",
            (await Command.WithInputAsync(Frame, "decode", "hj212", "--explain")).Out);

    [Fact]
    public async Task Decode_GivesAnObjectAnAisMessage()
    {
        var run = await Command.WithInputAsync("!AIVDM,1,1,,A,169oMF@P0o8gHj0A:`P3Q0000000,0*67\r\n!AIVDM,1,1,,A,169oMF@P0o8gHj0A:`P3Q0000000,0*66\r\n", "decode", "ais", "--raw");
        Assert.Equal((1, "{\"lines\":2,\"sentences\":2,\"messages\":1,\"fragments\":0,\"rejected\":{\"checksum\":1}}\n"), (run.Code, run.Err));
        Assert.StartsWith("{\"class\":\"AIS\",\"device\":\"stdin\",\"type\":1,\"repeat\":0,\"mmsi\":412999001,", run.Out);
        Assert.EndsWith("{\"error\":\"checksum\",\"line\":2,\"raw\":\"!AIVDM,1,1,,A,169oMF@P0o8gHj0A:`P3Q0000000,0*66\"}\n", run.Out);
    }

    [Fact]
    public async Task Clocks_GiveTheFilingClock()
    {
        const string Line = "{\"id\":7,\"as_of\":\"2026-03-03T09:00:00+08:00\",\"events\":[{\"event\":\"transfer_accepted\",\"at\":\"2026-03-02T09:00:00\"}]}\n";
        var run = await Command.WithInputAsync(Line, "clocks");
        Assert.Equal((0, "lines 1, refused or in part not known 0\n"), (run.Code, run.Err));
        Assert.StartsWith("{\"id\":7,\"clocks\":[{\"rule\":\"K06\",\"duty_holder\":", run.Out);
        Assert.Contains("\"started_at\":\"2026-03-02T09:00:00+08:00\",\"due_at\":\"2026-03-05T23:59:59+08:00\",\"ended_at\":null,\"state\":\"running\"", run.Out);
    }

    [Fact]
    public async Task Screen_GivesRowAndArticle()
    {
        const string Line = "{\"id\":\"a\",\"act_from\":\"2026-01-05\",\"act_to\":\"2026-01-05\",\"facts\":{\"exceed_times\":{\"Cr6\":4.8}}}\n";
        var run = await Command.WithInputAsync(Line, "screen");
        Assert.Equal((0, "lines 1, refused or in part not known 0\n"), (run.Code, run.Err));
        Assert.StartsWith("{\"id\":\"a\",\"results\":[{\"offence\":\"污染环境罪\",\"article\":\"338\",\"reached\":true,\"tier\":\"crime\",\"rows\":[\"PE-C03\"],\"missing\":[]", run.Out);
    }

    [Fact]
    public async Task ALineThatIsNotJson_IsRefusedByItself()
    {
        var run = await Command.WithInputAsync("nonsense\n", "clocks");
        Assert.Equal((1, "lines 1, refused or in part not known 1\n"), (run.Code, run.Err));
        Assert.StartsWith("{\"line\":1,\"error\":\"not_json\",\"zh\":", run.Out);
    }

}
