using Qingshan.Record.Storage;

namespace Qingshan.Record.Entries;

/// <summary>From stored bytes to entries.</summary>
internal static class EntryReading
{
    public static Entry Read(StoredEntry stored, EntryCatalogue catalogue)
    {
        var envelope = Envelope.Read(stored.Bytes);
        return new(
            envelope.Position, envelope.Stream, envelope.Version, envelope.OccurredAt, envelope.RecordedAt, envelope.By,
            catalogue.Read(envelope.Type, envelope.Schema, envelope.Body), Convert.ToHexStringLower(stored.Hash));
    }
}
