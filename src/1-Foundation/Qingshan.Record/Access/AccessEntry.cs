using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Record.Access;

/// <summary>A read of personal or case data, or a refusal.</summary>
/// <param name="By">Who, in which post, for which purpose.</param>
/// <param name="Stream">What was asked for; a list or a search is named by its address.</param>
/// <param name="Level">What was given: <c>summary</c>, <c>full</c>, <c>act</c>, or <c>refused</c>.</param>
/// <param name="Detail">The act or the reason of the refusal; never content.</param>
/// <param name="At">When.</param>
public sealed record AccessEntry(Actor By, string Stream, string Level, string Detail, Instant At);

/// <summary>Where the access log ends: number of entries and the hash that covers them all.</summary>
public sealed record AccessHead(long Count, string Hash);

/// <summary>The head of the access log, put into the record every hour, so that neither can be rewritten alone.</summary>
[EntryType("record.access-log-anchored")]
public sealed record AccessLogAnchored(long Count, string Hash) : EntryBody;
