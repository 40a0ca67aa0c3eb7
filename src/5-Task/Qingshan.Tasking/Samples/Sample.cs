using Qingshan.Directory.Access;
using Qingshan.Record.Entries;

namespace Qingshan.Tasking.Samples;

/// <summary>A sample on its way from the outlet to the result.</summary>
public sealed record Sample : IFold<Sample>, IHasSubject
{
    public const string Kind = "sample";

    public static Sample Empty { get; } = new();

    public StreamId Stream { get; init; }

    public long Version { get; init; }

    public SampleTaken? Taken { get; init; }

    public SampleReceived? Received { get; init; }

    public NodaTime.Instant? ReceivedAt { get; init; }

    public IReadOnlyList<SampleResultRecorded> Results { get; init; } = [];

    public Subject Subject => new(Stream, Results.Count > 0 ? "tested" : "open", Taken?.Agency ?? "", Taken?.Division ?? "")
    {
        Team = Taken?.Officers.ToArray() ?? [],
        Receiving = Taken is null ? [] : [Taken.Laboratory],
    };

    public Sample Apply(Entry entry) => (this with { Stream = entry.Stream, Version = entry.Version }).With(entry);

    private Sample With(Entry entry) => entry.Body switch
    {
        SampleTaken taken => this with { Taken = taken },
        SampleReceived received => this with { Received = received, ReceivedAt = entry.OccurredAt },
        SampleResultRecorded result => this with { Results = [.. Results, result] },
        _ => this,
    };
}
