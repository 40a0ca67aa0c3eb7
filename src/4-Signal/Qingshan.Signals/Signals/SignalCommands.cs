using Qingshan.Directory.Commands;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Signals.Signals;

/// <summary>Says that a signal is worth acting on.</summary>
public sealed record ConfirmSignal(string Note);

/// <summary>Lays a signal aside with a verdict and a reason, which count towards the rule's precision.</summary>
public sealed record DismissSignal(DismissalVerdict Verdict, string Reason);

/// <summary>The duty officer's verbs on a signal. Sending a task and opening a case belong to the stages that follow.</summary>
public sealed class SignalCommands(CommandDesk desk)
{
    public Task<Outcome<Done>> ConfirmAsync(CommandContext context, string id, ConfirmSignal command, CancellationToken cancel) =>
        desk.RunAsync<Signal>(context, "signal.confirm", Stream(id), command, (signal, changes) => Confirm(signal, command, changes), cancel);

    public Task<Outcome<Done>> DismissAsync(CommandContext context, string id, DismissSignal command, CancellationToken cancel) =>
        desk.RunAsync<Signal>(context, "signal.dismiss", Stream(id), command, (signal, changes) => Dismiss(signal, command, changes), cancel);

    public static StreamId Stream(string id) => new(Signal.Kind, id);

    internal static Refusal? Confirm(Signal signal, ConfirmSignal command, Changes changes)
    {
        if (signal.State != SignalState.Open)
            return SignalReasons.AlreadyDecided.Refuse(("state", signal.State));
        changes.Add(new SignalConfirmed(command.Note.Trim()));
        return null;
    }

    internal static Refusal? Dismiss(Signal signal, DismissSignal command, Changes changes)
    {
        if (signal.State != SignalState.Open)
            return SignalReasons.AlreadyDecided.Refuse(("state", signal.State));
        if (string.IsNullOrWhiteSpace(command.Reason))
            return SignalReasons.ReasonMissing.RefuseField("reason");
        changes.Add(new SignalDismissed(command.Verdict, command.Reason.Trim()));
        return null;
    }
}
