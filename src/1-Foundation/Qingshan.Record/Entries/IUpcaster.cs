using System.Text.Json.Nodes;

namespace Qingshan.Record.Entries;

/// <summary>
/// Leads a stored body from one schema version to the next: pure JSON to JSON, found by reflection, needs a constructor without parameters.
/// Stored bytes never change; the step is taken on reading.
/// </summary>
public interface IUpcaster
{
    /// <summary>Stored name of the entry type.</summary>
    string EntryType { get; }

    /// <summary>The schema version it reads; it gives the next one.</summary>
    int FromSchema { get; }

    JsonObject Upcast(JsonObject body);
}
