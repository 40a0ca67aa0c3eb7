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
        var key = FileSigningKey.Open(KeyPath(options.Data), "site");
        var logger = services.GetRequiredService<ILogger<SqliteRecord>>();
        return SqliteRecord.Open(Options(options.Data, services.GetRequiredService<TimeProvider>()) with
        {
            SigningKey = key,
            Witnesses = options.Demo ? [.. WitnessNames.Select(name => FileWitness.Open(WitnessFolder(options.Data, name), name, key.Public))] : [],
            OnFault = fault => LogFault(logger, fault),
        });
    }

    /// <summary>Where the demo's witnesses keep key and memory: beside the data folder, so that a copy of the folder does not hold them.</summary>
    public static string WitnessFolder(string data, string name) => Path.Combine(Path.GetFullPath(data).TrimEnd(Path.DirectorySeparatorChar) + "-witnesses", name);

    private static string KeyPath(string data)
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(data, "keys"));
        return Path.Combine(folder.FullName, "site.pem");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A fault in the record that nobody waited for.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
