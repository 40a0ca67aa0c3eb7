using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Reading;

/// <summary>
/// The way every page, list, export and API call reads: fold, ask access, write the reading down, then show. What a post may not know looks like what
/// does not exist.
/// </summary>
public sealed class ReadDesk(IRecord record, IAccess access, IAccessJournal journal)
{
    /// <summary>Reads one stream, as it is or as it was known at a recording time. Refused with <c>access.not-found</c> below <paramref name="needed"/>.</summary>
    public async Task<Outcome<Seen<TState>>> ReadAsync<TState>(
        Acting who, StreamId stream, Instant? knownAt = null, AccessLevel needed = AccessLevel.Exists, CancellationToken cancel = default)
        where TState : IFold<TState>, IHasSubject
    {
        // Access is asked of the stream as it is today: a look into the past must not open what is closed now.
        var today = await record.ReadAsync(stream, cancel: cancel);
        var present = today.Fold<TState>();
        var answer = today.Exists ? access.Ask(who, present.Subject) : new AccessAnswer(AccessLevel.None, Relation.None, "", "");
        var refused = answer.Level == AccessLevel.None || answer.Level < needed;
        if (refused || answer.Level >= AccessLevel.Full)
            await journal.WriteAsync(new AccessRead(who, stream.ToString(), "read", answer.Level, refused), cancel);
        if (answer.Level == AccessLevel.None)
            return AccessReasons.NotFound.Refuse();
        if (refused)
        {
            return AccessReasons.Forbidden.Refuse(
                ("whyZh", answer.ExplanationZh), ("whyEn", answer.ExplanationEn), ("grantorZh", "主办机关负责人"), ("grantorEn", "the head of the agency in charge"));
        }

        var history = knownAt is { } instant ? new StreamHistory(stream, [.. today.Entries.Where(entry => entry.RecordedAt <= instant)]) : today;
        var state = knownAt is null ? present : history.Fold<TState>();
        return new Seen<TState>(state, history, answer, knownAt is null ? access.Verbs(who, present.Subject) : [], present.Subject);
    }

    /// <summary>Keeps the rows that the post may see at least exists of, each with its level. Counts must be taken from what is left, never from the table.</summary>
    public IReadOnlyList<SeenRow<TRow>> Filter<TRow>(Acting who, IEnumerable<TRow> rows, Func<TRow, Subject> subject, AccessLevel needed = AccessLevel.Summary) =>
        [.. rows.Select(row => new SeenRow<TRow>(row, access.Ask(who, subject(row)).Level)).Where(row => row.Level >= needed)];
}

/// <summary>A stream as a post sees it.</summary>
/// <param name="History">Its entries; a page shows them only from <see cref="AccessLevel.Full"/> on.</param>
/// <param name="Verbs">What the post may do now; empty when looking into the past.</param>
/// <param name="Today">The subject as it is today, of which further access is asked, also when looking into the past.</param>
public sealed record Seen<TState>(TState State, StreamHistory History, AccessAnswer Access, IReadOnlyList<string> Verbs, Subject Today)
{
    public bool May(string verb) => Verbs.Contains(verb);

    public bool Full => Access.Level >= AccessLevel.Full;
}

/// <summary>A list row with how much of it may be shown.</summary>
public sealed record SeenRow<TRow>(TRow Row, AccessLevel Level);
