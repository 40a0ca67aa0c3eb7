using System.Globalization;
using System.Text;
using NodaTime.Text;
using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;

namespace Qingshan.Record.Bundles;

/// <summary>
/// The page for people. It follows wholly from the entries and the disclosed keys, so that a verifier makes it anew and compares; its form belongs
/// to bundle format 1 and never changes.
/// </summary>
internal static class BundleIndex
{
    private const string Head = """
        <!doctype html>
        <html lang="zh"><head><meta charset="utf-8"><title>案卷数据包 Case bundle</title>
        <style>body{font:15px/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}section{border-top:1px solid #999;padding:.6rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:.5rem}dt{font-weight:bold}</style>
        </head><body><h1>案卷数据包 Case bundle</h1>
        <p>本页由条目生成，供阅读；以 entries 文件夹中的原始条目及其证明为准。 This page is made from the entries for reading; the entries themselves and their proofs are what counts.</p>

        """;

    public static string Render(IReadOnlyList<Envelope> entries, IReadOnlyDictionary<(long Position, string Pointer), byte[]> keys)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var entry in entries)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section><h2>{entry.Position} · {Plain(entry.Type)}</h2>\n");
            page.Append(CultureInfo.InvariantCulture, $"<p>{Plain(entry.Stream.ToString())} · {entry.Version}<br>\n");
            var (occurred, recorded) = (InstantPattern.ExtendedIso.Format(entry.OccurredAt), InstantPattern.ExtendedIso.Format(entry.RecordedAt));
            page.Append(CultureInfo.InvariantCulture, $"发生 occurred {occurred} · 记录 recorded {recorded}<br>\n");
            page.Append(CultureInfo.InvariantCulture, $"{Plain(entry.By.Person)} · {Plain(entry.By.Post)} · {Plain(entry.By.Agency)} · {Plain(entry.By.Purpose)}</p>\n");
            page.Append(CultureInfo.InvariantCulture, $"<pre>{Plain(entry.Body.GetRawText())}</pre>\n");
            foreach (var (pointer, text) in EntryContent.SealedTexts(entry.Body))
            {
                if (keys.TryGetValue((entry.Position, pointer), out var key) && SealedBox.Open(text, key) is { } opened)
                    page.Append(CultureInfo.InvariantCulture, $"<dl><dt>{Plain(pointer)}</dt><dd>{Plain(opened)}</dd></dl>\n");
            }

            page.Append("</section>\n");
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static string Plain(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
