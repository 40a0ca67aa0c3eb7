using System.Security.Cryptography;
using System.Text;
using Qingshan.Record.Bundles;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;

namespace Qingshan.Record.Tests.Bundles;

/// <summary>A small site with an operator's key, two witnesses outside its database, a case with attachments and sealed texts, and other streams between.</summary>
internal sealed class BundleSite : IDisposable
{
    public const string WitnessName = "李四（示范）<证人>";
    public const string SuspectName = "王五（示范）";
    private readonly FileWitness police;
    private readonly FileWitness procuratorate;

    public BundleSite()
    {
        Operator = FileSigningKey.Open(Folder["operator.pem"], "demo-bureau");
        police = FileWitness.Open(Folder["police"], "demo-police", Operator.Public);
        procuratorate = FileWitness.Open(Folder["procuratorate"], "demo-procuratorate", Operator.Public);
        Sealer = Sealer.Open(Folder["keys"]);
        Attachments = new[] { "photo one", "lab result" }.Select(Encoding.UTF8.GetBytes).ToDictionary(b => Convert.ToHexStringLower(SHA256.HashData(b)));
    }

    public ScratchFolder Folder { get; } = new();

    public FileSigningKey Operator { get; }

    public Sealer Sealer { get; }

    public Dictionary<string, byte[]> Attachments { get; }

    public IReadOnlyList<IWitness> Witnesses => [police, procuratorate];

    public Trust Trust => new([Operator.Public], [police.Public, procuratorate.Public], 2);

    public string Database => Folder["site"];

    public StreamId Case { get; } = Sample.Stream("case-1");

    public RecordOptions Options => Sample.Options(Folder, new HandClock()) with
    {
        Folder = Database,
        SigningKey = Operator,
        Witnesses = Witnesses,
        Origin = "demo",
    };

    /// <summary>Appends the case, closing the record so that a checkpoint stands.</summary>
    public async Task<BundleSite> FillAsync(string title = "案件", RecordOptions? options = null)
    {
        await using var record = SqliteRecord.Open(options ?? Options);
        var files = Attachments.Keys.Select(k => new SampleFile(k, "text/plain")).ToList();
        await record.AppendAsync("other-1", Sample.Change("other", 0, new SampleOpened("another case")));
        await record.AppendAsync("case-1", Sample.Change("case-1", 0, new SampleOpened(title)));
        await record.AppendAsync("other-2", Sample.Change("other", 1, new SampleNoted("n", 1)));
        await record.AppendAsync("case-2", Sample.Change("case-1", 1, new SampleAttached(files, Sealer.Seal("p-9", WitnessName), Sealer.Seal("p-8", SuspectName))));
        return this;
    }

    public async Task AppendAsync(string key, int version)
    {
        await using var record = SqliteRecord.Open(Options);
        await record.AppendAsync(key, Sample.Change("case-1", version, new SampleNoted(key, 1)));
    }

    /// <summary>Exports the case with the name of the witness disclosed.</summary>
    public string Export(string name)
    {
        Assert.Null(TryExport(name).Refusal);
        return Folder[name];
    }

    public Outcome<BundleSummary> TryExport(string name, string? database = null) => BundleWriter.Write(
        database ?? Database,
        new([Case], h => Attachments.TryGetValue(h, out var content) ? new MemoryStream(content) : null, t => t.Person == "p-9" ? Sealer.TextKey(t) : null),
        Folder[name]);

    public void Dispose()
    {
        Operator.Dispose();
        police.Dispose();
        procuratorate.Dispose();
        Sealer.Dispose();
        Folder.Dispose();
    }
}
