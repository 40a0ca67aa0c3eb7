using System.Text.Json;
using Qingshan.Record.Canonical;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Record.Appending;

/// <summary>A decision whose form was checked and whose bodies are already bytes, so that the appender's thread has little left to do.</summary>
internal sealed record PreparedDecision(Decision Decision, IReadOnlyList<PreparedChange> Changes)
{
    public static Outcome<PreparedDecision> Of(Decision decision, EntryCatalogue catalogue, int bodyLimit)
    {
        if (Problem(decision) is { } problem)
            return RecordReasons.Malformed.Refuse(("problem", problem));
        try
        {
            var changes = new List<PreparedChange>(decision.Changes.Count);
            foreach (var change in decision.Changes)
            {
                var entries = new List<PreparedEntry>(change.Entries.Count);
                foreach (var entry in change.Entries)
                {
                    var body = EntryCatalogue.Write(entry.Body);
                    if (body.Length > bodyLimit)
                        return RecordReasons.TooLarge.Refuse(("size", body.Length), ("limit", bodyLimit));
                    entries.Add(new(entry, new(body, decision.By, decision.Key, entry.OccurredAt, catalogue.TypeOf(entry.Body), change.Stream)));
                }

                changes.Add(new(change, change.Stream.ToString(), entries));
            }

            return new PreparedDecision(decision, changes);
        }
        catch (JsonException unfit)
        {
            return RecordReasons.Malformed.Refuse(("problem", unfit.Message));
        }
    }

    private static string? Problem(Decision decision)
    {
        if (decision.Key.Length is 0 or > 128)
            return "the key has 1 to 128 characters";
        if (decision.Changes.Count == 0 || decision.Changes.Any(c => c.Entries.Count == 0))
            return "a decision has at least one change, a change at least one entry";
        if (decision.Changes.Count > 1 && decision.Changes.DistinctBy(c => c.Stream).Count() < decision.Changes.Count)
            return "a stream at most once in a decision";
        if (decision.Changes.FirstOrDefault(c => StreamId.TryParse(c.Stream.ToString()) != c.Stream) is { } change)
            return "not a stream id: " + change.Stream;
        string[] texts = [decision.Key, decision.Fingerprint, decision.Result, decision.By.Person, decision.By.Post, decision.By.Agency, decision.By.Purpose];
        return texts.Concat(decision.Outbox.SelectMany(m => new[] { m.Topic, m.Body })).Select(t => CanonicalText.Problem(t)).FirstOrDefault(p => p is not null);
    }
}

internal sealed record PreparedChange(StreamChange Change, string Stream, IReadOnlyList<PreparedEntry> Entries);

internal sealed record PreparedEntry(NewEntry Entry, EnvelopeDraft Draft);
