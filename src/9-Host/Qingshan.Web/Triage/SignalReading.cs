using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Enterprises;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Tasks;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Triage;

/// <summary>Reads signals for pages and interface.</summary>
internal sealed class SignalReading(
    ICurrent current, IAccess access, ReadDesk desk, Glances glances, SignalQueries signals, TaskQueries tasks, IRegistry registry, SliceReading slices, StayReading stays)
{
    private Acting Who => current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");

    /// <summary>Every signal the post may see, the newest first.</summary>
    public Outcome<IReadOnlyList<SeenRow<SignalRow>>> List() =>
        access.Permit(Who, "signal.read").Then<IReadOnlyList<SeenRow<SignalRow>>>(_ => Rows().ToList());

    /// <param name="knownAt">Shows the signal as it was known at that recording time.</param>
    public async Task<Outcome<SignalSight>> ReadAsync(string id, Instant? knownAt, CancellationToken cancel)
    {
        var outcome = await desk.ReadAsync<Signal>(Who, SignalCommands.Stream(id), knownAt, AccessLevel.Summary, cancel);
        if (!outcome.TryGet(out var seen, out var refusal))
            return refusal;
        var rows = Rows();
        var (signal, raised, head) = (seen.State, seen.State.Raised, seen.State.Head);
        var full = seen.Full && head is not null;
        return new SignalSight(
            seen, knownAt, RulePrecision.Of(rows.Select(row => row.Row), head?.Rule ?? ""),
            full && raised is not null ? registry.FindEnterprise(raised.Enterprise) : null,
            full && raised is not null ? slices.Read(signal, knownAt) : null,
            full ? [.. rows.Where(row => row.Level >= AccessLevel.Full && IsOfSame(row.Row, signal) && row.Row.Id != id).Select(row => row.Row)] : [],
            full ? Tasks(signal, id) : [],
            full && signal.Case is { } file ? await CaseAsync(file, cancel) : null)
        { Id = id, Stay = full && signal.Zone is not null ? stays.Read(signal, knownAt) : null };
    }

    // Of the same firm, or of the same transponder.
    private static bool IsOfSame(SignalRow row, Signal signal) =>
        signal.Raised is { } raised ? row.Kind == SignalKind.Exceedance && row.Enterprise == raised.Enterprise : row.Kind == SignalKind.Zone && row.Station == signal.Zone!.Mmsi;

    private IReadOnlyList<SeenRow<SignalRow>> Rows() => desk.Filter(Who, signals.List(), row => row.Subject);

    // As known at an earlier time, tasks that were sent later are left out.
    private IReadOnlyList<TaskRow> Tasks(Signal signal, string id)
    {
        var known = signal.Tasks.Select(task => task.Task.Key).ToHashSet(StringComparer.Ordinal);
        return [.. desk.Filter(Who, tasks.List(signal: id), row => row.Subject).Select(row => row.Row).Where(row => known.Contains(row.Id))];
    }

    private async Task<CaseGlance?> CaseAsync(StreamId file, CancellationToken cancel) =>
        await glances.AtAsync<Case>(Who, file, cancel: cancel) is { } glance
            ? new(file.Key, glance.Level >= AccessLevel.Summary ? glance.State.Opened?.Number ?? "" : "", glance.State.Stage, glance.Level)
            : null;
}
