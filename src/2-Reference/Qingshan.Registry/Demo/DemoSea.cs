using NodaTime;
using NodaTime.Extensions;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Exchange;
using Qingshan.Registry.Zones;

namespace Qingshan.Registry.Demo;

/// <summary>Loads the demo's vessels and sea zones into the record, once, through the importer that people use.</summary>
public static class DemoSea
{
    private const string Key = "demo-site:sea:1";
    private static readonly (RegisterKind Register, string Stream, string File)[] Files = [(RegisterKind.Vessel, "vessel", "vessels.csv"), (RegisterKind.Zone, "zone", "sea-zones.geojson")];

    /// <summary>Appends both files as one decision; refused is the first row that breaks a rule.</summary>
    /// <param name="registry">Loaded, with the demo's enterprises.</param>
    /// <param name="folder">Holds <c>vessels.csv</c> and <c>sea-zones.geojson</c>.</param>
    /// <returns>True when it was loaded, false when it was there.</returns>
    public static async Task<Outcome<bool>> SeedAsync(IRecord record, SiteRegistry registry, string folder, TimeProvider time, CancellationToken cancel = default)
    {
        if (await record.FindReceiptAsync(Key, Key, cancel) is not null)
            return false;
        var now = time.GetUtcNow().ToInstant();
        var planner = new ImportPlanner(registry.Now, now.InZone(Zone.TimeZone).Date, _ => true);
        var changes = new List<StreamChange>();
        foreach (var (register, stream, name) in Files)
        {
            var file = await File.ReadAllBytesAsync(Path.Combine(folder, name), cancel);
            if (!planner.Plan(register, "", file).TryGet(out var plan, out var refusal))
                return refusal;
            if (plan.Rows.SelectMany(row => row.Problems).FirstOrDefault() is { } problem)
                return problem.Refusal;
            changes.AddRange(plan.Rows.Where(row => row.CanImport).Select(row => Change(stream, row, plan.File, now)));
        }

        return (await record.AppendAsync(new Decision(Key, Key, Actor.Rule("demo"), changes), cancel)).Then<bool>(_ => true);
    }

    private static StreamChange Change(string kind, PlannedRow row, string file, Instant now) =>
        new(new StreamId(kind, row.Id), row.Version, [new NewEntry(row.Body!("示范数据", file), now)]);
}
