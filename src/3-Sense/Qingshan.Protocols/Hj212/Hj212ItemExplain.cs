namespace Qingshan.Protocols.Hj212;

/// <summary>Explains one item of the data area.</summary>
internal static class Hj212ItemExplain
{
    private const string Table4 = "6.3 table 4";

    public static Hj212Explanation Explain(in Hj212Item item, int offset)
    {
        var dash = item.Key.IndexOf((byte)'-');
        return dash > 0 ? OfFactor(item, dash, offset) : OfParameter(item, offset);
    }

    private static Hj212Explanation OfParameter(in Hj212Item item, int offset)
    {
        var key = Hj212Text.ToText(item.Key);
        var value = Hj212Text.ToText(item.Value);
        var entry = Hj212Catalogue.Find("param", key);
        var meaning = key switch
        {
            "QnRtn" => Texts(Hj212Catalogue.Find("qnrtn", value)),
            "ExeRtn" => Texts(Hj212Catalogue.Find("exertn", value)),
            "PolId" => (Hj212Factors.Find(value)?.Zh, Hj212Factors.Find(value)?.En),
            _ => (null, null),
        };
        return new(
            offset,
            item.Text.Length,
            Hj212Mask.Text(item.Text),
            Hj212Explain.Joined(entry?.Zh ?? "标准未定义的参数", "：", meaning.Item1),
            Hj212Explain.Joined(entry?.En ?? "a parameter the standard does not know", ": ", meaning.Item2),
            entry?.Clause ?? Table4);
    }

    private static Hj212Explanation OfFactor(in Hj212Item item, int dash, int offset)
    {
        var code = Hj212Text.ToText(item.Key[..dash]);
        var suffixText = Hj212Text.ToText(item.Key[(dash + 1)..]);
        var factor = Hj212Factors.Find(code);
        var suffix = Hj212Catalogue.Find("suffix", suffixText);
        var mark = suffixText == "Flag" ? Hj212Catalogue.Find("mark", Hj212Text.ToText(item.Value)) : null;
        var unit = suffix?.Extra != "value" ? "" : suffixText == "Cou" ? factor?.TotalUnit : factor?.Unit;
        var inUnit = string.IsNullOrEmpty(unit) ? "" : $" ({unit})";
        return new(
            offset,
            item.Text.Length,
            Hj212Text.ToText(item.Text),
            Hj212Explain.Joined($"{factor?.Zh ?? code} {suffix?.Zh ?? suffixText}{inUnit}", "：", mark?.Zh),
            Hj212Explain.Joined($"{factor?.En ?? code}, {suffix?.En ?? suffixText}{inUnit}", ": ", mark?.En),
            suffix?.Clause ?? Table4);
    }

    private static (string? Zh, string? En) Texts(Hj212Entry? entry) => (entry?.Zh, entry?.En);
}
