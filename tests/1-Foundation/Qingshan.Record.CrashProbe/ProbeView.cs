using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Record.CrashProbe;

[EntryType("probe.counted")]
public sealed record ProbeCounted(int Number) : EntryBody;

/// <summary>A row a stream: how many entries, and the sum of their numbers.</summary>
public sealed class ProbeView : IView
{
    public string Name => "probe_sum";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["probe_sum"];

    public string Schema => "CREATE TABLE {probe_sum} (id TEXT PRIMARY KEY, count INTEGER NOT NULL, total INTEGER NOT NULL);";

    public void Project(Entry entry, IViewWriter writer)
    {
        if (entry.Body is ProbeCounted counted)
        {
            writer.Execute(
                "INSERT INTO {probe_sum} VALUES (@id, 1, @number) ON CONFLICT (id) DO UPDATE SET count = count + 1, total = total + excluded.total",
                new { id = entry.Stream.Key, number = counted.Number });
        }
    }
}
