using System.Text;

namespace Qingshan.Protocols.Hj212;

/// <summary>Reads the embedded tables: one row a line, columns divided by a bar, comments begin with <c>#</c>.</summary>
internal static class Hj212Data
{
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(Hj212Data).Assembly.GetManifestResourceStream(typeof(Hj212Data), file)
            ?? throw new InvalidOperationException($"The embedded table {file} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('|');
        }
    }
}
