using System.Text.Json;
using Qingshan.TestKit;

namespace Qingshan.Protocols.Tests.Ais;

/// <summary>What gpsd decodes of its own regression logs, field by field, for the types that are known here.</summary>
public sealed class AisConformanceTests
{
    private static readonly int[] Known = [1, 2, 3, 5, 18, 19, 27];

    [SharedDataFact("ais/gpsd-sample.aivdm.ju.chk")]
    public void Sample_RawFields_AreGpsds()
    {
        var expected = Lines(SharedData.Path("ais/gpsd-sample.aivdm.ju.chk")).Where(json => Known.Contains(json.GetProperty("type").GetInt32())).ToList();
        var actual = AisScene.Run(File.ReadAllBytes(SharedData.Path("ais/gpsd-sample.aivdm"))).Lines.Select(AisScene.Json)
            .Where(json => json.TryGetProperty("type", out var type) && Known.Contains(type.GetInt32())).ToList();
        Assert.Equal(expected.Select(Text), actual.Select(Text));
        Assert.Equal(15, expected.Count);
    }

    [SharedDataFact("ais/gpsd-ais-18-27.log.chk")]
    public void ClassBAndLongRange_RawFields_AreGpsds()
    {
        var expected = Lines(SharedData.Path("ais/gpsd-ais-18-27.log.chk")).Where(json => json.GetProperty("type").GetInt32() is 18 or 27).Select(Text).ToList();
        var actual = AisScene.Run(File.ReadAllBytes(SharedData.Path("ais/gpsd-ais-18-27.log"))).Lines.Select(AisScene.Json)
            .Where(json => json.TryGetProperty("type", out var type) && type.GetInt32() is 18 or 27).Select(Text).ToList();
        Assert.Equal(expected, actual);
        Assert.NotEmpty(expected);
    }

    private static IEnumerable<JsonElement> Lines(string path) =>
        from line in File.ReadLines(path)
        where line.StartsWith("{\"class\":\"AIS\"", StringComparison.Ordinal)
        select AisScene.Json(line);

    // Order of members and the name of the device do not count.
    private static string Text(JsonElement json) =>
        string.Join(';', json.EnumerateObject().Where(member => member.Name != "device").OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}={member.Value.GetRawText()}"));
}
