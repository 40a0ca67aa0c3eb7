using System.Text;
using System.Text.Json;
using Qingshan.Protocols.Ais;

namespace Qingshan.Protocols.Tests.Ais;

/// <summary>Runs the decode command on text.</summary>
internal static class AisScene
{
    public static AisRun Run(string text, AisForm form = AisForm.Raw) => Run(Encoding.Latin1.GetBytes(text), form);

    public static AisRun Run(byte[] bytes, AisForm form = AisForm.Raw)
    {
        var (output, summary) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = AisDecode.Run(new MemoryStream(bytes), output, summary, form);
        return new(code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)], summary.ToString().Trim());
    }

    /// <summary>The layout of a type as a message of it is found.</summary>
    public static AisLayout Layout(int type, int part = 0)
    {
        var bits = new byte[64];
        bits[0] = (byte)(type << 2);
        bits[4] = (byte)(part << 0);
        Assert.Equal(AisRejection.None, AisLayouts.Find(new AisBits(bits, 424), out var layout));
        return layout;
    }

    public static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;
}

internal sealed record AisRun(int Code, IReadOnlyList<string> Lines, string Summary);
