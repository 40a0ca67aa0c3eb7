using System.Text.Json.Nodes;
using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;
using Qingshan.Record.Views;

namespace Qingshan.Record.Tests;

public enum SampleMedium
{
    WasteWater,
    Air,
}

public sealed record SamplePart(string Label, long Grams);

[EntryType("sample.opened")]
public sealed record SampleOpened(string Title) : EntryBody;

[EntryType("sample.noted")]
public sealed record SampleNoted(string Text, int Weight) : EntryBody;

[EntryType("sample.measured", 2)]
public sealed record SampleMeasured(
    Quantity Value, SampleMedium Medium, Instant At, LocalDate Day, StreamId Of, bool Valid, string? Remark, SealedText? By, IReadOnlyList<SamplePart> Parts) : EntryBody
{
    public bool IsAir => Medium == SampleMedium.Air;
}

/// <summary>Schema 1 called the remark a comment.</summary>
public sealed class SampleMeasuredFrom1 : IUpcaster
{
    public string EntryType => "sample.measured";

    public int FromSchema => 1;

    public JsonObject Upcast(JsonObject body)
    {
        var comment = body["comment"]?.GetValue<string>();
        body.Remove("comment");
        body["remark"] = comment;
        return body;
    }
}

public sealed record SampleRow(string Id, string Title, int Weight, long Version, Instant RecordedAt);

/// <summary>A list of samples: weight is the sum of the notes.</summary>
public sealed class SampleView(int version = 1) : IView
{
    public string Name => "sample_list";

    public int Version => version;

    public IReadOnlyList<string> Tables => ["sample_list"];

    public string Schema => """
        CREATE TABLE {sample_list} (id TEXT PRIMARY KEY, title TEXT NOT NULL, weight INTEGER NOT NULL, version INTEGER NOT NULL, recorded_at TEXT NOT NULL);
        CREATE INDEX {sample_list}_weight ON {sample_list} (weight);
        """;

    public void Project(Entry entry, IViewWriter writer)
    {
        var id = entry.Stream.Key;
        switch (entry.Body)
        {
            case SampleOpened opened:
                writer.Execute(
                    "INSERT INTO {sample_list} VALUES (@id, @title, 0, @version, @recorded)",
                    new { id, title = version == 1 ? opened.Title : opened.Title + "!", version = entry.Version, recorded = entry.RecordedAt });
                break;
            case SampleNoted { Text: "fault" }:
                throw new InvalidOperationException("planted fault");
            case SampleNoted noted:
                writer.Execute(
                    "UPDATE {sample_list} SET weight = weight + @weight, version = @version, recorded_at = @recorded WHERE id = @id",
                    new { id, weight = noted.Weight, version = entry.Version, recorded = entry.RecordedAt });
                break;
            default:
                break;
        }
    }
}
