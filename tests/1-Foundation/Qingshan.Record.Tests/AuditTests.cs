using Microsoft.Data.Sqlite;

namespace Qingshan.Record.Tests;

public sealed class AuditTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_WholeRecord_NoProblem()
    {
        await FillAsync();
        var reports = new List<long>();
        var report = RecordAudit.Check(folder.Path, new Reports(reports));
        Assert.Equal((600L, (string?)null), (report.Entries, report.Problem));
        Assert.Equal([600L], reports);
    }

    [Theory]
    [InlineData("UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"n5\"', '\"n4\"') AS BLOB) WHERE position = 11", "entry 11: the bytes are not those that were hashed")]
    [InlineData("UPDATE entry SET hash = zeroblob(32) WHERE position = 599", "entry 599: the bytes are not those that were hashed")]
    [InlineData("UPDATE entry SET stream = 'sample/other' WHERE position = 3", "entry 3: its columns differ from its bytes")]
    [InlineData("UPDATE entry SET recorded = recorded - 1 WHERE position = 3", "entry 3: its columns differ from its bytes")]
    [InlineData("DELETE FROM entry WHERE position = 599", "head: 600 entries are claimed, 599 are there")]
    [InlineData("DELETE FROM entry WHERE position = 100", "entry 100: it says position 101")]
    [InlineData("UPDATE head SET root = zeroblob(32)", "head: the root is not the one computed")]
    [InlineData("UPDATE kept_hash SET hash = zeroblob(32) WHERE place = 1", "kept hash 8/1: not the one computed")]
    [InlineData("DELETE FROM decision WHERE key = 'k7'", "entry 14: its key is not known")]
    [InlineData("INSERT INTO checkpoint VALUES (10, 'x')", "checkpoint at 10: its root is not the one computed")]
    [InlineData("INSERT INTO checkpoint VALUES (1000, 'x')", "checkpoint at 1000: there are fewer entries")]
    public async Task Check_Tampered_SaysWhere(string sql, string expected)
    {
        await FillAsync();
        Tamper(sql);
        Assert.Equal(expected, RecordAudit.Check(folder.Path).Problem);
    }

    [Fact]
    public async Task Check_OneBitInFile_Found()
    {
        await FillAsync();
        Tamper("PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = File.ReadAllBytes(folder["record.db"]);
        var place = bytes.AsSpan().IndexOf("\"text\":\"n42\""u8) + 9;
        bytes[place] ^= 1;
        File.WriteAllBytes(folder["record.db"], bytes);
        Assert.Equal("entry 85: the bytes are not those that were hashed", RecordAudit.Check(folder.Path).Problem);
    }

    private async Task FillAsync()
    {
        await using var record = SqliteRecord.Open(Sample.Options(folder, new HandClock()));
        for (var i = 0; i < 300; i += 100)
            await Task.WhenAll(Enumerable.Range(i, 100).Select(n => record.AppendAsync($"k{n}", Sample.Change($"s{n}", 0, new SampleOpened("s"), new SampleNoted($"n{n}", 1)))));
    }

    private void Tamper(string sql)
    {
        using var database = new SqliteConnection($"Data Source={folder["record.db"]};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Reports(List<long> seen) : IProgress<(long Checked, long Count)>
    {
        public void Report((long Checked, long Count) value) => seen.Add(value.Checked);
    }
}
