using NodaTime;
using Microsoft.Data.Sqlite;
using Qingshan.Record.Access;

namespace Qingshan.Record.Tests.Access;

public sealed class AccessLogTests : IDisposable
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 1, 30);
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_Many_ChainedAndAnchored()
    {
        await using var record = SqliteRecord.Open(Sample.Options(folder, new HandClock()));
        var anchors = new List<AccessLogAnchored>();
        await using (var log = AccessLog.Open(folder.Path))
        {
            Assert.Null(await log.AnchorAsync(record, Sample.Inspector, At));
            await Task.WhenAll(Enumerable.Range(0, 500).Select(i => log.WriteAsync(new(Sample.Inspector, $"case/{i}", "full", "read", At))));
            Assert.Equal(500, log.Head.Count);
            Assert.Equal(0, (await log.AnchorAsync(record, Sample.Inspector, At))!.Value.Require().FirstPosition);
            Assert.Null(await log.AnchorAsync(record, Sample.Inspector, At));
            await log.WriteAsync(new(Sample.Inspector, "case/1", "refused", "access.denied", At));
        }

        anchors.AddRange((await record.ReadAsync(new("access-log", "main"))).Entries.Select(e => (AccessLogAnchored)e.Body));
        Assert.Null(AccessChain.Check(folder.Path, anchors));
        Assert.Equal("the access log ends at 501, but the record anchored 600", AccessChain.Check(folder.Path, [new(600, "00")]));
        Assert.Equal("access entry 499: not the one anchored in the record", AccessChain.Check(folder.Path, [new(500, "00")]));
        Assert.EndsWith("\"stream\":\"case/1\"}", AccessLog.Read(folder.Path, 500, 10).Single(), StringComparison.Ordinal);
        await using (var again = AccessLog.Open(folder.Path))
        {
            await again.WriteAsync(new(Sample.Inspector, "case/2", "full", "read", At));
            Assert.Equal(502, again.Head.Count);
        }

        Assert.Null(AccessChain.Check(folder.Path, anchors));
        Tamper("UPDATE access SET bytes = CAST(replace(CAST(bytes AS TEXT), 'case/7\"', 'case/8\"') AS BLOB) WHERE place > 0");
        Assert.EndsWith("the bytes are not those that were hashed", AccessChain.Check(folder.Path, anchors), StringComparison.Ordinal);
    }

    private void Tamper(string sql)
    {
        using var database = new SqliteConnection($"Data Source={folder["access.db"]};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
