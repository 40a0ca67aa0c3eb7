using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Views;

namespace Qingshan.Record.Tests;

/// <summary>A clock set by hand.</summary>
public sealed class HandClock : TimeProvider
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 2, 1, 30);

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}

/// <summary>A folder that is gone after the test.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("qingshan-record-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

internal static class Sample
{
    public static readonly Actor Inspector = new("p-1", "post-1", "agency-1", "case-work");

    public static StreamId Stream(string key) => new("sample", key);

    public static RecordOptions Options(ScratchFolder folder, TimeProvider clock, params IReadOnlyList<IView> views) => new()
    {
        Folder = folder.Path,
        Time = clock,
        EntryAssemblies = [typeof(Sample).Assembly],
        Views = views,
        OnFault = fault => throw new InvalidOperationException("unexpected fault", fault),
    };

    public static Decision Decide(string key, params IReadOnlyList<StreamChange> changes) => new(key, "f-" + key, Inspector, changes, "result of " + key);

    public static StreamChange Change(string stream, long expected, params IReadOnlyList<EntryBody> bodies) =>
        new(Stream(stream), expected, [.. bodies.Select(b => new NewEntry(b, Instant.FromUtc(2026, 3, 2, 1, 0)))]);

    public static async Task<Receipt> AppendAsync(this IRecord record, string key, params IReadOnlyList<StreamChange> changes) =>
        (await record.AppendAsync(Decide(key, changes))).Require();

    public static async Task<Refusal?> RefusedAsync(this IRecord record, string key, params IReadOnlyList<StreamChange> changes) =>
        (await record.AppendAsync(Decide(key, changes))).Refusal;
}
