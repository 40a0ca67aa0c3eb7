using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Law;
using Qingshan.Record.Entries;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Zones;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.TestKit;
using Qingshan.TestKit.Rules;

namespace Qingshan.Cases.Tests.Cases;

/// <summary>A firm that discharged hexavalent chromium at 3.10 mg/L by its own monitor, a confirmed signal of it, and the case.</summary>
internal sealed class CaseScene : IRegistry, IZones
{
    public static readonly StreamId Signal = new("signal", "s1");
    public static readonly StreamId Task = new("task", "t1");
    public static readonly StreamId Sample = new("sample", "p1");
    private static readonly StatuteBook Book = StatuteBook.Load();

    public CaseScene(bool reviewed = false)
    {
        Stations = [new("330900DE0000000000000001", "firm", "DW001", "32", "123456", [], reviewed, 122, 30)];
        Screening = new CaseScreening(Book);
        Open = new OpenCaseCommand(Bench.Desk, Screening, Bench.Directory, this, this, Bench.Ids);
        Take = new TakeIntoFileCommands(Bench.Desk, Screening, Bench.Record, Bench.Files, Bench.Ids);
        Commands = new CaseCommands(Bench.Desk, Screening, Bench.Record, Bench.Directory, Bench.Sealer, Bench.Files, Bench.Ids);
    }

    public RulesBench Bench { get; } = new();

    public CaseScreening Screening { get; }

    public OpenCaseCommand Open { get; }

    public TakeIntoFileCommands Take { get; }

    public CaseCommands Commands { get; }

    public IReadOnlyList<Enterprise> Enterprises { get; } =
        [new("firm", "示范电镀厂", "Demo Plating", "", "", TownDirectory.City, "", "", 122, 30, KeyDischarger: true, KeyPermit: false, true, [], [])];

    public IReadOnlyList<Station> Stations { get; }

    public StreamId Case { get; private set; } = new("case", "none");

    public Enterprise? FindEnterprise(string id) => Enterprises.FirstOrDefault(firm => firm.Id == id);

    public Station? FindStation(string mn) => Stations.FirstOrDefault(station => station.Mn == mn);

    public IReadOnlyList<Zone> Zones => [];

    public Zone? FindZone(string id) => null;

    public IReadOnlyList<Zone> At(double longitude, double latitude, LocalDate date) => [];

    public Task<Case> StateAsync() => Bench.StateAsync<Case>(Case);

    public async Task SignalAsync(params EntryBody[] after)
    {
        // 23:30 to 00:30 of the site's clock: the act spans two days.
        var measured = new Measured(
            Instant.FromUtc(2026, 2, 28, 15, 30), Instant.FromUtc(2026, 2, 28, 16, 30), new(2.60m, "mg/L"), new(3.10m, "mg/L"), 60, false, "000001:64", "000001:9000");
        var raised = (SignalRaised)Specimen.Of(typeof(SignalRaised)) with
        {
            Owner = "centre",
            Enterprise = "firm",
            Outlet = "DW001",
            Station = Stations[0].Mn,
            Factor = "w20117",
            Division = "330902",
            Measured = measured,
            Limit = new(0.5m, "mg/L"),
            LimitBasis = "许可证",
        };
        await Bench.Record.GivenAsync(Signal, [raised, .. after]);
    }

    /// <summary>Signal, confirmed, and the case that two inspectors opened.</summary>
    public async Task OpenedAsync()
    {
        await SignalAsync(new SignalConfirmed(""));
        (await Open.RunAsync(Bench.By("inspector"), "s1", new("立-1", "inspector-2"), default)).Require();
        Case = (await Bench.StateAsync<Signal>(Signal)).Case!.Value;
    }

    /// <summary>The case, and evidence of the concentration.</summary>
    public async Task OpenedAtAsync(string concentration)
    {
        await OpenedAsync();
        await FactAsync("concentration_mg_l", "Cr6", concentration);
    }

    public async Task FactAsync(string name, string item, string value) =>
        (await Commands.RecordFactAsync(Bench.By("inspector"), Case.Key, new(name, item, value, "检测报告"), default)).Require();

    public Task GivenAsync(params EntryBody[] bodies) => Bench.Record.GivenAsync(Case, bodies);

    /// <summary>A task of the signal with everything in it, and its sample with a result.</summary>
    public async Task FieldWorkAsync(StreamId? signal = null, bool sealIntact = true, params string[] factors)
    {
        var now = Bench.Now;
        await Bench.Record.GivenAsync(Signal, new SignalTaskSent(Task, "env"));
        await Bench.Record.GivenAsync(
            Task, new TaskSent("centre", "env", signal ?? Signal, "firm", "DW001", "330902", "检查", null), new TaskAccepted("inspector", "证-1"), new TaskAccepted("inspector-2", "证-2"),
            new CheckRecorded(now, now, ["inspector", "inspector-2"], "直排", true), new TaskSampleTaken(Sample, "SF-1"),
            new ItemsSeized("L-1", "D-1", now, [new("含铬废液桶", new(2, "桶"), "蓝色", "暂存库")]),
            new PhotoAttached(new string('a', 64), "image/png", 68, "p1.png", now, "inspector", "DW001", "外排"));
        await Bench.Record.GivenAsync(
            Sample, new SampleTaken("SF-1", Task, "env", "lab", "330902", "DW001", "排口", now, new(500, "mL"), "F-1", factors.Length > 0 ? factors : ["w20117"], ["inspector", "inspector-2"], false),
            new SampleReceived(sealIntact, ""));
    }

    public Task ResultAsync(string concentration, string report = "R-1", string factor = "w20117", string sha256 = "") => Bench.Record.GivenAsync(
        Sample, new SampleResultRecorded(report, factor, Quantity.TryParse(concentration)!.Value, "GB 7467-87", Bench.Now, sha256, sha256.Length > 0 ? "application/pdf" : ""));

    public async Task TakeResultAsync(string factor = "w20117") =>
        (await Take.TakeResultAsync(Bench.By("inspector"), Case.Key, new("p1", factor), default)).Require();
}
