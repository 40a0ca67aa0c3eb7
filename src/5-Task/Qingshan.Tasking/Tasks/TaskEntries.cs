using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Tasking.Tasks;

/// <summary>A joint centre asks an agency to look.</summary>
/// <param name="From">The agency that sends.</param>
/// <param name="To">The agency that is to act.</param>
/// <param name="What">What is to be done, in the sender's words.</param>
/// <param name="DueAt">When an answer is expected; null where none was set.</param>
[EntryType("task.sent")]
public sealed record TaskSent(string From, string To, StreamId Signal, string Enterprise, string Outlet, string Division, string What, Instant? DueAt) : EntryBody;

/// <summary>An officer takes the task, with the certificate that entitles to act (执法证件, 行政处罚法 art. 42).</summary>
[EntryType("task.accepted")]
public sealed record TaskAccepted(string Officer, string Certificate) : EntryBody;

/// <summary>The on-site check (现场检查笔录).</summary>
/// <param name="ArrivedAt">When the officers arrived.</param>
/// <param name="LeftAt">When they left: an end time, not a duration.</param>
/// <param name="Officers">The officers who signed, at least two.</param>
/// <param name="Findings">What they saw.</param>
/// <param name="FirmPresent">A person of the firm was present and was shown the record.</param>
[EntryType("task.check-recorded")]
public sealed record CheckRecorded(Instant ArrivedAt, Instant LeftAt, IReadOnlyList<string> Officers, string Findings, bool FirmPresent) : EntryBody;

/// <summary>Samples were taken (采样记录单): the sample goes its own way under its own number.</summary>
[EntryType("task.sample-taken")]
public sealed record TaskSampleTaken(StreamId Sample, string Number) : EntryBody;

/// <summary>Objects were seized with a list (涉案物品清单).</summary>
/// <param name="ListNumber">Number of the list.</param>
/// <param name="DecisionNumber">Number of the seizure decision (查封扣押决定书).</param>
[EntryType("task.items-seized")]
public sealed record ItemsSeized(string ListNumber, string DecisionNumber, Instant SeizedAt, IReadOnlyList<SeizedItem> Items) : EntryBody;

/// <summary>One line of the list of objects: name, quantity, features, place of storage (17号 art. 6(4)).</summary>
public sealed record SeizedItem(string Name, Quantity Amount, string Features, string StoredAt);

/// <summary>A photo, film or recording of the scene was attached, with the list that art. 6(5) of 17号 asks for.</summary>
/// <param name="Sha256">Hash of the original bytes, made in the browser and again on the server.</param>
/// <param name="Proves">The fact to prove.</param>
/// <param name="TakenBy">Directory id of the officer.</param>
[EntryType("task.photo-attached")]
public sealed record PhotoAttached(string Sha256, string MediaType, long Length, string FileName, Instant TakenAt, string TakenBy, string Place, string Proves) : EntryBody;

/// <summary>The work on site is done.</summary>
[EntryType("task.finished")]
public sealed record TaskFinished(string Summary) : EntryBody;
