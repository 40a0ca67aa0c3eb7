using Qingshan.Protocols.Ais;

namespace Qingshan.Protocols.Tests.Ais;

/// <summary>Sentences of our own making, with the values that were put into them, and what is refused.</summary>
public sealed class AisDecodeTests
{
    private const int Mmsi = 412999001;

    private static readonly string Position = Encode(AisScene.Layout(1), new()
    {
        ["status"] = 7,
        ["turn"] = -128,
        ["speed"] = 45,
        ["accuracy"] = true,
        ["lon"] = 73_320_000,
        ["lat"] = 18_000_000,
        ["course"] = 900,
        ["heading"] = 511,
        ["second"] = 60,
        ["radio"] = 5,
    })[0];

    [Fact]
    public void Position_RawAndScaled()
    {
        Assert.Equal(
            """{"class":"AIS","device":"stdin","type":1,"repeat":0,"mmsi":412999001,"scaled":false,"status":7,"status_text":"Engaged in fishing","turn":-128,"speed":45,"accuracy":true,"lon":73320000,"lat":18000000,"course":900,"heading":511,"second":60,"maneuver":0,"raim":false,"radio":5}""",
            Assert.Single(AisScene.Run(Position).Lines));
        Assert.Equal(
            """{"class":"AIS","type":1,"repeat":0,"mmsi":412999001,"scaled":true,"status":7,"status_text":"Engaged in fishing","turn":null,"speed":4.5,"accuracy":true,"lon":122.2,"lat":30,"course":90,"heading":null,"second":null,"maneuver":0,"raim":false,"radio":5}""",
            Assert.Single(AisScene.Run(Position, AisForm.Scaled).Lines));
    }

    [Fact]
    public void Place_ThatIsNotAvailable_IsNull()
    {
        var line = Encode(AisScene.Layout(18), new() { ["lon"] = 181 * 600_000, ["lat"] = 91 * 600_000, ["speed"] = 1023, ["course"] = 3600 })[0];
        var json = AisScene.Json(Assert.Single(AisScene.Run(line, AisForm.Scaled).Lines));
        Assert.All(["lon", "lat", "speed", "course"], name => Assert.Equal(System.Text.Json.JsonValueKind.Null, json.GetProperty(name).ValueKind));
    }

    [Fact]
    public void StaticVoyage_InTwoSentences_WithAnotherBetween()
    {
        var parts = Encode(AisScene.Layout(5), new() { ["imo"] = 0, ["callsign"] = "DEMO1", ["shipname"] = "SHIFAN YU 1", ["shiptype"] = 30, ["to_bow"] = 20, ["eta"] = (9 << 16) | (24 << 11) | (8 << 6) | 30, ["draught"] = 31, ["destination"] = "ZHOUSHAN" });
        Assert.Equal(2, parts.Count);
        var run = AisScene.Run($"{parts[0]}\r\n{Position}\r\n{parts[1]}\r\n", AisForm.Scaled);
        Assert.Equal((0, """{"lines":3,"sentences":3,"messages":2,"fragments":1,"rejected":{}}"""), (run.Code, run.Summary));
        Assert.Equal(
            """{"class":"AIS","type":5,"repeat":0,"mmsi":412999001,"scaled":true,"imo":null,"ais_version":0,"callsign":"DEMO1","shipname":"SHIFAN YU 1","shiptype":30,"shiptype_text":"Fishing","to_bow":20,"to_stern":0,"to_port":0,"to_starboard":0,"epfd":0,"epfd_text":"Undefined","eta":"09-24T08:30Z","draught":3.1,"destination":"ZHOUSHAN","dte":0}""",
            run.Lines[1]);
    }

    [Fact]
    public void StaticReport_PartB_OfAnAuxiliaryCraft_NamesItsMotherShip()
    {
        var mine = AisScene.Json(AisScene.Run(Encode(AisScene.Layout(24, part: 1), new() { ["callsign"] = "DEMO2", ["to_bow"] = 9 })[0]).Lines[0]);
        Assert.Equal(("B", "DEMO2", 9), (mine.GetProperty("part").GetString(), mine.GetProperty("callsign").GetString(), mine.GetProperty("to_bow").GetInt32()));
        var auxiliary = AisScene.Run(AisEncoder.Encode(AisScene.Layout(24, part: 1), 984120001, new Dictionary<string, object> { ["callsign"] = "DEMO2" })[0]).Lines[0];
        Assert.True(AisScene.Json(auxiliary).TryGetProperty("mothership_mmsi", out _));
    }

    [Fact]
    public void TagBlock_IsReadAndItsSumChecked()
    {
        var line = AisEncoder.Encode(AisScene.Layout(18), Mmsi, new Dictionary<string, object>(), tags: "s:demo,c:1790000000,g:1-2-77")[0];
        Assert.Single(AisScene.Run(line).Lines);
        var start = NmeaSentence.Find(System.Text.Encoding.ASCII.GetBytes(line));
        Assert.Equal(AisRejection.None, NmeaSentence.Read(System.Text.Encoding.ASCII.GetBytes(line), start, out var sentence));
        var tags = NmeaTagBlock.Read(sentence.TagBlock);
        Assert.Equal(("demo", 1790000000L, 77), (System.Text.Encoding.ASCII.GetString(tags.Source), tags.Time, tags.Group));
        Assert.Equal("checksum", Error(line.Replace("s:demo", "s:demi", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("!AIVDM,1,1,,A,13F?Vv700<DJuLEtvep`iToV0<00,0*79", "checksum")]
    [InlineData("!AIVDM,1,1,,A,13F?Vv700<DJuLEtvep`iToV0<00,0", "checksum")]
    [InlineData("!AIVDM,x,1,,A,13F?Vv700<DJuLEtvep`iToV0<00,0*", "syntax")]
    [InlineData("!AIVDM,2,3,1,A,13F?Vv700<DJuLEtvep`iToV0<00,0*", "syntax")]
    [InlineData("!AIVDM,1,1,,A,13F?Vv7\u00e900<DJuLEtvep,0*", "armor")]
    [InlineData("!AIVDM,1,1,,A,13F?Vv700<DJuLEtvep`iToV0<00,7*", "armor")]
    [InlineData("!AIVDM,1,1,,A,13F?Vv,0*", "length")]
    [InlineData("!AIVDM,1,1,,A,13F?Vv700<DJuLE,0*", "length")]
    [InlineData("!AIVDM,1,1,,A,w3F?Vv700<DJuLEtvep`iToV0<00,0*", "type")]
    [InlineData("!AIVDM,2,2,3,A,13F?Vv700<DJuLEtvep`iToV0<00,0*", "fragment")]
    [InlineData("!AIVDM,2,1,3,A,13F?Vv700<DJuLEtvep`iToV0<00,0*", "fragment")]
    public void Refused_WithItsReason(string line, string reason)
    {
        var whole = line.EndsWith('*') ? line + AisEncoder.Sum(line[1..^1]) : line;
        Assert.Equal(reason, Error(whole));
        var run = AisScene.Run(whole);
        Assert.Equal((1, $$$"""{"lines":1,"sentences":1,"messages":0,"fragments":0,"rejected":{"{{{reason}}}":1}}"""), (run.Code, run.Summary));
    }

    [Fact]
    public void ForeignTextAround_IsLeftAlone_AndOtherLinesAreNoSentences()
    {
        var run = AisScene.Run($"# log of a receiver\n$GPGGA,1,2*00\n2026-09-23T10:30:00 {Position} 1790000000\n\n");
        Assert.Single(run.Lines);
        Assert.Equal("""{"lines":4,"sentences":1,"messages":1,"fragments":0,"rejected":{}}""", run.Summary);
    }

    [Fact]
    public void HalfAMessageAtTheEnd_AndALineOfTenMegabytes_AreCounted()
    {
        var parts = Encode(AisScene.Layout(5), new() { ["shipname"] = "SHIFAN YU 1" });
        var run = AisScene.Run($"!AIVDM,{new string('x', 10_000_000)}\r\n{Position}\r\n{parts[0]}");
        Assert.Equal("""{"lines":3,"sentences":3,"messages":1,"fragments":0,"rejected":{"checksum":1,"fragment":1}}""", run.Summary);
    }

    [Fact]
    public void AMillionOpenFragments_KeepSixtyFour()
    {
        var dropped = 0;
        var assembler = new AisAssembler<int>(_ => dropped++);
        for (var i = 0; i < 100_000; i++)
        {
            var body = $"AIVDM,2,1,{i % 10},{(char)('A' + (i / 10 % 26))},13F?Vv,0";
            var line = System.Text.Encoding.ASCII.GetBytes($"!{body}*{AisEncoder.Sum(body)}");
            Assert.Equal(AisRejection.None, NmeaSentence.Read(line, 0, out var sentence));
            Assert.False(assembler.Take(sentence, i, out _, out var rejection));
            Assert.Equal(AisRejection.None, rejection);
        }

        Assert.Equal(100_000 - AisAssembler<int>.Capacity, dropped);
        assembler.Drop();
        Assert.Equal(100_000, dropped);
    }

    [Fact]
    public void Explain_NamesBitsAndClause() =>
        Assert.Contains("  61-88   lon            73320000     122.2° WGS-84  [ITU-R M.1371-5 annex 8 table 48]", AisScene.Run(Position, AisForm.Explained).Lines);

    private static IReadOnlyList<string> Encode(AisLayout layout, Dictionary<string, object> values) => AisEncoder.Encode(layout, Mmsi, values);

    private static string Error(string line) => AisScene.Json(Assert.Single(AisScene.Run(line).Lines)).GetProperty("error").GetString()!;
}
