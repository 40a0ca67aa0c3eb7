using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Law;
using Qingshan.Record.Entries;
using Qingshan.Registry.Enterprises;
using Qingshan.TestKit.Rules;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Transfers.Tests.Transfers;

/// <summary>A case under duty, and its transfer at any step.</summary>
internal sealed class TransferScene : IRegistry
{
    public static readonly StreamId Case = new("case", "c1");
    public static readonly StreamId Transfer = new("transfer", "x1");
    public static readonly StreamId Supervision = new("supervision", "x1");
    public static readonly StatuteBook Book = StatuteBook.Load();

    private static readonly TransferReportSubmitted Reported =
        new(Case, "立-1", "env", "police", "proc", TownDirectory.City, "污染环境罪", "338", ["PE-C03"], "2026", "建议移送", ["inspector", "inspector-2"]);

    private static readonly TransferLetterMade Letter = new("移-1", new string('a', 64), "application/x", 9, [], CaseVersion: 3);

    public TransferScene()
    {
        File = new TransferFile(Book, Bench.Directory, this, Bench.Sealer);
        Agency = new AgencyCommands(Bench.Desk, Bench.Record, Bench.Files, File, Bench.Ids);
        Police = new PoliceCommands(Bench.Desk, Bench.Record, Bench.Directory, Book);
        Report = new ReportTransferCommand(Bench.Desk, Bench.Directory, Bench.Ids);
    }

    public RulesBench Bench { get; } = new();

    public TransferFile File { get; }

    public AgencyCommands Agency { get; }

    public PoliceCommands Police { get; }

    public ReportTransferCommand Report { get; }

    public IReadOnlyList<Enterprise> Enterprises => [];

    public IReadOnlyList<Station> Stations => [];

    public Enterprise? FindEnterprise(string id) => null;

    public Station? FindStation(string mn) => null;

    public Task<Transfer> StateAsync() => Bench.StateAsync<Transfer>(Transfer);

    public Task<Case> CaseAsync() => Bench.StateAsync<Case>(Case);

    public async Task DutyAsync(string division = TownDirectory.City, params EntryBody[] after) => await Bench.Record.GivenAsync(
        Case,
        [
            new CaseOpened("立-1", "env", division, new("signal", "s1"), "firm", "DW001", new("超标排放", "excess"), new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 1), ["inspector", "inspector-2"]),
            new ObjectsListed("L-1", new("task", "t1"), [new("含铬废液桶", new(2, "桶"), "蓝色", "暂存库")]),
            new TransferDutyArose("污染环境罪", "338", ["PE-C03"], "2026", new("达到", "reached")), .. after,
        ]);

    /// <summary>The transfer as it stands at a step, and the case beside it.</summary>
    public async Task AtAsync(TransferStep step, params EntryBody[] after)
    {
        await DutyAsync();
        await Bench.Record.GivenAsync(Transfer, [.. To(step), .. after]);
    }

    public Task GivenAsync(params EntryBody[] bodies) => Bench.Record.GivenAsync(Transfer, bodies);

    private static IEnumerable<EntryBody> To(TransferStep step) => step switch
    {
        TransferStep.Reported => [Reported],
        TransferStep.Approved => [Reported, new TransferApproved(""), Letter],
        TransferStep.Refused => [Reported, new TransferRefused("不移送")],
        TransferStep.Sent => [.. To(TransferStep.Approved), new TransferSent("police", "proc", [new("transfer_letter", "移送书", Letter.Sha256, Letter.MediaType)])],
        TransferStep.Received => [.. To(TransferStep.Sent), new ReceiptSigned("officer", "回-1")],
        TransferStep.Accepted => [.. To(TransferStep.Received), new TransferAccepted("officer", "受-1")],
        TransferStep.Filed => [.. To(TransferStep.Accepted), new FilingDecided("立字-1", "officer")],
        TransferStep.NotFiled => [.. To(TransferStep.Accepted), new FilingRefused("不立-1", "证据不足")],
        TransferStep.Returned => [.. To(TransferStep.Sent), new TransferReturned("不属公安管辖")],
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
