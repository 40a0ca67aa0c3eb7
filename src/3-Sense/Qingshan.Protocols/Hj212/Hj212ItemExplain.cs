namespace Qingshan.Protocols.Hj212;

/// <summary>Explains one item of the data area.</summary>
internal static class Hj212ItemExplain
{
    private const string Table4 = "6.3 table 4";

    public static Hj212Explanation Explain(in Hj212Item item, int? year, int offset)
    {
        var dash = item.Key.IndexOf((byte)'-');
        return dash > 0 ? OfFactor(item, dash, year, offset) : OfParameter(item, year, offset);
    }

    private static Hj212Explanation OfParameter(in Hj212Item item, int? year, int offset)
    {
        var key = Hj212Text.ToText(item.Key);
        var value = Hj212Text.ToText(item.Value);
        var entry = Hj212Catalogue.FindAny("param", key, year);
        var meaning = key switch
        {
            "QnRtn" => Texts(Hj212Catalogue.Find("qnrtn", value)),
            "ExeRtn" => Texts(Hj212Catalogue.Find("exertn", value)),
            "CN" => Texts(Hj212Catalogue.FindAny("cn", value, year)),
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

    private static Hj212Explanation OfFactor(in Hj212Item item, int dash, int? year, int offset)
    {
        var code = Hj212Text.ToText(item.Key[..dash]);
        var suffixText = Hj212Text.ToText(item.Key[(dash + 1)..]);
        var factor = Hj212Factors.Find(code);
        var suffix = Hj212Catalogue.FindAny("suffix", suffixText, year);
        var mark = suffixText == "Flag" ? Hj212Catalogue.Find("mark", Hj212Text.ToText(item.Value), year) : null;
        var statistic = suffixText == "Cou" ? Hj212Statistic.Total : Hj212Statistic.RealTime;
        var unit = suffix?.Extra == "value" ? Hj212Factors.UnitOf(code, statistic) : "";
        var inUnit = unit.Length == 0 ? "" : $" ({unit})";
        return new(
            offset,
            item.Text.Length,
            Hj212Text.ToText(item.Text),
            Hj212Explain.Joined($"{factor?.Zh ?? code} {suffix?.Zh ?? suffixText}{inUnit}", "：", mark?.Zh),
            Hj212Explain.Joined($"{factor?.En ?? code}, {suffix?.En ?? suffixText}{inUnit}", ": ", mark?.En),
            mark?.Clause ?? suffix?.Clause ?? Table4);
    }

    private static (string? Zh, string? En) Texts(Hj212Entry? entry) => (entry?.Zh, entry?.En);
}
