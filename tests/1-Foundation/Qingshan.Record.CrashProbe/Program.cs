using System.Globalization;
using NodaTime;
using Qingshan.Record;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.CrashProbe;
using Qingshan.Record.Entries;

// Usage: folder run. Appends with 64 clients until it is killed, and writes each acknowledged key as a line.
const int Clients = 64;
var (folder, run) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
using var key = FileSigningKey.Open(Path.Combine(folder, "operator.pem"), "probe");
using var witness = FileWitness.Open(Path.Combine(folder, "witness"), "probe-witness", key.Public);
await using var record = SqliteRecord.Open(new()
{
    Folder = Path.Combine(folder, "site"),
    Time = TimeProvider.System,
    EntryAssemblies = [typeof(ProbeView).Assembly],
    Views = [new ProbeView()],
    SigningKey = key,
    Witnesses = [witness],
    CheckpointDelay = TimeSpan.FromMilliseconds(20),
    OnFault = fault => Console.Error.WriteLine(fault.Message),
});
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
await Task.WhenAll(Enumerable.Range(0, Clients).Select(ClientAsync));

async Task ClientAsync(int client)
{
    for (var n = 1; ; n++)
    {
        var number = new NewEntry(new ProbeCounted(n), Instant.FromUnixTimeSeconds(n));
        List<StreamChange> changes = [new(new("probe", $"r{run}-c{client}"), n - 1, [number])];
        if (n % 10 == 0)
            changes.Add(new(new("probe", $"r{run}-p{client}"), 2 * (n / 10 - 1), [number, number]));
        var receipt = (await record.AppendAsync(new($"{run}-{client}-{n}", "f", Actor.Rule("probe"), changes))).Require();
        lock (output)
            output.WriteLine($"{run}-{client}-{n} {receipt.FirstPosition} {receipt.Count}");
    }
}
