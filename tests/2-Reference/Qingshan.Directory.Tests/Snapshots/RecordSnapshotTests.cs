using Qingshan.Directory.Agencies;
using Qingshan.Directory.Snapshots;
using Qingshan.Record.Entries;
using Qingshan.TestKit;

namespace Qingshan.Directory.Tests.Snapshots;

public sealed class RecordSnapshotTests
{
    private static readonly StreamId Stream = new("agency", "a");
    private readonly InMemoryRecord record = new(new FakeTime());

    [Fact]
    public async Task WhatWasThereAndWhatComes_IsFoldedOnceEach_InOrder()
    {
        await record.GivenAsync(Stream, Unit("1"), Unit("2"));
        using var snapshot = Units();
        await record.GivenAsync(Stream, Unit("3"));
        Assert.Equal("", snapshot.Now);
        await snapshot.LoadAsync();
        Assert.Equal("123", snapshot.Now);
        await record.GivenAsync(Stream, Unit("4"), Unit("5"));
        Assert.Equal("12345", snapshot.Now);
        await snapshot.LoadAsync();
        Assert.Equal("12345", snapshot.Now);
    }

    [Fact]
    public async Task CommitsDuringLoading_AreNotLostAndNotDoubled()
    {
        using var snapshot = Units();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await record.GivenAsync(Stream, Unit("x"));
        });
        while (!writing.IsCompleted)
            await snapshot.LoadAsync();
        await writing;
        Assert.Equal(new string('x', 200), snapshot.Now);
    }

    [Fact]
    public async Task AfterDispose_NothingIsFollowed()
    {
        var snapshot = Units();
        await snapshot.LoadAsync();
        snapshot.Dispose();
        await record.GivenAsync(Stream, Unit("1"));
        Assert.Equal("", snapshot.Now);
    }

    private static UnitEstablished Unit(string id) => new(id, "", "");

    private RecordSnapshot<string> Units() => new(record, "", (all, entry) => all + ((UnitEstablished)entry.Body).Unit);
}
