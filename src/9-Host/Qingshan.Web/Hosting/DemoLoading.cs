using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Demo;
using Qingshan.Record;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;
using Qingshan.Registry;
using Qingshan.Registry.Demo;

namespace Qingshan.Web.Hosting;

/// <summary>Loads the demo site into a data folder: at the start of a demo server, and by <c>qingshan seed demo</c>.</summary>
public static class DemoLoading
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "demo");

    private static string SiteFile => Path.Combine(Folder, "site.json");

    /// <summary>Loads it into a folder that no server uses. True when something was loaded, false when all was there. Reasons: <see cref="ServeReasons"/>.</summary>
    public static async Task<Outcome<bool>> RunAsync(string data, TimeProvider time, CancellationToken cancel = default)
    {
        if (SiteRecord.IsInUse(data))
            return ServeReasons.InUse.Refuse(("data", data));
        await using var record = SiteRecord.Open(data, demo: true, time, _ => { });
        using var sealer = Sealer.Open(data);
        using var directory = new SiteDirectory(record, sealer);
        using var accounts = new SqliteAccounts(new AccountOptions(SiteRecord.AccountsPath(data), Demo: true), directory, sealer, time);
        return await RunAsync(record, sealer, accounts, directory, data, time, cancel);
    }

    internal static async Task<Outcome<bool>> RunAsync(
        IRecord record, ISealer sealer, SqliteAccounts accounts, SiteDirectory directory, string data, TimeProvider time, CancellationToken cancel)
    {
        if (accounts.HasRealAccounts)
            return ServeReasons.RealAccounts.Refuse(("data", data));
        var people = await DemoSite.SeedAsync(record, sealer, accounts, directory, SiteFile, Path.Combine(data, "demo-sign-ins"), time, cancel: cancel);
        if (!people.TryGet(out var loaded, out var refusal))
            return refusal;
        var registry = await DemoRegistry.SeedAsync(record, sealer, SiteFile, time, cancel);
        if (registry.Refusal is { } refused)
            return refused;
        using var known = await SiteRegistry.OpenAsync(record, sealer, cancel);
        var sea = await DemoSea.SeedAsync(record, known, Folder, time, cancel);
        return sea.Then<bool>(added => loaded || added);
    }
}
