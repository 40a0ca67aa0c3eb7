using Qingshan.Record.Entries;
using Qingshan.Signals.Signals;
using Qingshan.TestKit;
using Qingshan.TestKit.Rules;

namespace Qingshan.Signals.Tests.Signals;

public sealed class SignalTests
{
    private readonly RulesBench bench = new();
    private readonly StreamId stream = SignalCommands.Stream("s1");

    private SignalCommands Commands => new(bench.Desk);

    [Theory]
    [InlineData("3.10", 5.2)]
    [InlineData("2.90", 4.8)]
    [InlineData("2.00", 3.0)]
    [InlineData("1.99", 2.9)]
    [InlineData("0.51", 0.0)]
    public async Task TimesOver_IsRoundedDown(string peak, double times)
    {
        await GivenAsync(Raised(peak));
        Assert.Equal((decimal)times, (await StateAsync()).TimesOver);
    }

    [Fact]
    public async Task Fold_FollowsEveryEntry()
    {
        await GivenAsync(Raised("1.00"), new SignalAmended(Measured("3.10"), Late: true), new SignalConfirmed("属实"), new SignalTaskSent(new("task", "t1"), "env"),
            new SignalCaseOpened(new("case", "c1"), "env"), new SignalTaskSent(new("task", "t2"), "police"));
        var signal = await StateAsync();
        Assert.Equal((SignalState.Confirmed, "属实", true, "3.10 mg/L"), (signal.State, signal.DecisionNote, signal.AmendedLate, signal.Measured!.Peak.ToString()));
        Assert.Equal(["env", "police"], signal.Involved);
        Assert.Equal(["t1", "t2"], signal.Tasks.Select(sent => sent.Task.Key));
        Assert.Equal("case/c1", signal.Case.ToString());
        Assert.Equal(("open", "centre", TownDirectory.City), (signal.Subject.Stage, signal.Subject.LeadAgency, signal.Subject.Division));
        Assert.Equal(["env", "police"], signal.Subject.Joint);
        Assert.Equal(6, signal.Version);
    }

    [Fact]
    public async Task Withdrawn_ThenStatedAgain_IsOpenAgain()
    {
        await GivenAsync(Raised("1.00"), new SignalWithdrawn("late-data"));
        Assert.Equal(SignalState.Withdrawn, (await StateAsync()).State);
        await GivenAsync(new SignalAmended(Measured("1.00"), Late: true));
        Assert.Equal(SignalState.Open, (await StateAsync()).State);
    }

    [Fact]
    public async Task Confirm_And_Dismiss_DecideOnce()
    {
        await GivenAsync(Raised("1.00"));
        await bench.RefusedAsync(() => Commands.DismissAsync(bench.By("duty"), "s1", new(DismissalVerdict.False, "  "), default), SignalReasons.ReasonMissing, "reason");
        (await Commands.DismissAsync(bench.By("duty"), "s1", new(DismissalVerdict.Known, " 已知检修 "), default)).Require();
        Assert.Equal((SignalState.Dismissed, "已知检修"), ((await StateAsync()).State, (await StateAsync()).DecisionNote));
        await bench.RefusedAsync(() => Commands.ConfirmAsync(bench.By("duty"), "s1", new(""), default), SignalReasons.AlreadyDecided);
        await bench.RefusedAsync(() => Commands.DismissAsync(bench.By("duty"), "s1", new(DismissalVerdict.False, "误报"), default), SignalReasons.AlreadyDecided);
    }

    [Fact]
    public async Task Withdrawn_CannotBeConfirmed()
    {
        await GivenAsync(Raised("1.00"), new SignalWithdrawn("late-data"));
        await bench.RefusedAsync(() => Commands.ConfirmAsync(bench.By("duty"), "s1", new(""), default), SignalReasons.AlreadyDecided);
    }

    private static SignalRaised Raised(string peak) =>
        (SignalRaised)Specimen.Of(typeof(SignalRaised)) with { Owner = "centre", Division = TownDirectory.City, Limit = new(0.5m, "mg/L"), Measured = Measured(peak) };

    private static Measured Measured(string peak) => (Measured)Specimen.Of(typeof(Measured)) with { Peak = Quantity.TryParse($"{peak} mg/L")!.Value };

    private Task GivenAsync(params EntryBody[] bodies) => bench.Record.GivenAsync(stream, bodies);

    private Task<Signal> StateAsync() => bench.StateAsync<Signal>(stream);
}
