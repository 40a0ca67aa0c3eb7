using Qingshan.Cases;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Agencies;
using Qingshan.Record;
using Qingshan.Record.Checkpoints;
using Qingshan.Registry;
using Qingshan.Signals;
using Qingshan.Signals.Signals;
using Qingshan.Tasking;
using Qingshan.Tasking.Tasks;
using Qingshan.Transfers;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Hosting;

/// <summary>Opens the site's record with the entry types and views of all modules, its signing key, and its witnesses.</summary>
public static partial class SiteRecord
{
    /// <summary>Who co-signs checkpoints: each witness has a folder of its own outside the record. On a real site they stand on the machines of these organs.</summary>
    public static IReadOnlyList<string> WitnessNames { get; } = ["bureau", "police", "procuratorate"];

    /// <summary>Name under which the site signs.</summary>
    public const string SignerName = "site";

    /// <summary>What the record needs to know to read its entries: also for tools that open it without the server.</summary>
    public static RecordOptions Options(string data, TimeProvider time) => new()
    {
        Folder = data,
        Time = time,
        EntryAssemblies =
        [
            typeof(IDirectory).Assembly, typeof(RegistryModule).Assembly, typeof(Signal).Assembly, typeof(FieldTask).Assembly, typeof(Case).Assembly, typeof(Transfer).Assembly,
        ],
        Views = [.. SignalsModule.Views, .. TaskingModule.Views, .. CasesModule.Views, .. TransfersModule.Views],
    };

    internal static SqliteRecord Open(ServeOptions options, IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILogger<SqliteRecord>>();
        return Open(options.Data, options.Demo, services.GetRequiredService<TimeProvider>(), fault => LogFault(logger, fault));
    }

    /// <summary>Opens the record for writing. A demo brings its witnesses along.</summary>
    internal static SqliteRecord Open(string data, bool demo, TimeProvider time, Action<Exception> onFault)
    {
        System.IO.Directory.CreateDirectory(Path.Combine(data, "keys"));
        var key = FileSigningKey.Open(KeyPath(data), SignerName);
        return SqliteRecord.Open(Options(data, time) with
        {
            SigningKey = key,
            Witnesses = demo ? [.. WitnessNames.Select(name => FileWitness.Open(WitnessFolder(data, name), name, key.Public))] : [],
            OnFault = onFault,
        });
    }

    /// <summary>Where the demo's witnesses keep key and memory: beside the data folder, so that a copy of the folder does not hold them.</summary>
    public static string WitnessFolder(string data, string name) => Path.Combine(Path.GetFullPath(data).TrimEnd(Path.DirectorySeparatorChar) + "-witnesses", name);

    /// <summary>The key file of a witness of the demo.</summary>
    public static string WitnessKeyPath(string data, string name) => Path.Combine(WitnessFolder(data, name), "key.pem");

    /// <summary>The file of the key that signs checkpoints.</summary>
    public static string KeyPath(string data) => Path.Combine(data, "keys", "site.pem");

    internal static string AccountsPath(string data) => Path.Combine(data, "accounts.db");

    /// <summary>True while a server or a tool writes to the folder.</summary>
    public static bool IsInUse(string data)
    {
        var lockFile = Path.Combine(data, "record.lock");
        try
        {
            using var held = File.Exists(lockFile) ? new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A fault in the record that nobody waited for.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
