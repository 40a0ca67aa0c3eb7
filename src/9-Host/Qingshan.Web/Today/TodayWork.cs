using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Law;
using Qingshan.Law.Clocks;
using Qingshan.Record.Views;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Tasks;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Today;

/// <summary>Picks from the rows what is this post's to do. Pure: rows, post, moment and book in; items out.</summary>
public static class TodayWork
{
    private const int OfficersNeeded = 2;

    public static IEnumerable<TodayItem> Of(TodaySources sources, Acting who, Instant now, StatuteBook book) =>
        Clocks(sources, who, now, book)
            .Concat(Tasks(sources, who)).Concat(Signals(sources, who)).Concat(Samples(sources, who)).Concat(Duties(sources, who)).Concat(Copies(sources, who));

    private static IEnumerable<TodayItem> Clocks(TodaySources sources, Acting who, Instant now, StatuteBook book) =>
        from transfer in sources.Transfers
        where transfer.Level >= AccessLevel.Act
        from clock in StatutoryClocks.Evaluate(sources.Events[transfer.Row.Id].Select(row => new ClockEvent(row.Event, ViewTime.Parse(row.At))), now, book)
        where clock.EndedAt is null && IsHolder(clock.Rule.DutyHolder.Code, transfer.Row, who)
        select new TodayItem(TodayKind.Clock, transfer.Row.Id, transfer.Row.CaseNumber, who.Agency.Id, clock.StartedAt, clock.DueAt, clock);

    /// <summary>The book names duty holders by role; the transfer says which agency that is. The head's own duty is the head's alone.</summary>
    private static bool IsHolder(string code, TransferRow transfer, Acting who) => code switch
    {
        "agency" => who.Agency.Id == transfer.Agency,
        "agency_head" => who.Agency.Id == transfer.Agency && who.Post.Kind == PostKind.HeadOfAgency,
        "police" => who.Agency.Id == transfer.Police,
        _ => false,
    };

    private static IEnumerable<TodayItem> Tasks(TodaySources sources, Acting who) =>
        from task in sources.Tasks
        let row = task.Row
        where row.ToAgency == who.Agency.Id && row.State != nameof(TaskState.Done) && who.Post.Kind is (PostKind.Inspector or PostKind.HeadOfAgency)
        let officers = row.Officers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let mine = officers.Contains(who.Person)
        where mine || officers.Length < OfficersNeeded
        select new TodayItem(
            mine ? TodayKind.TaskToFinish : TodayKind.TaskToAccept, row.Id, row.What, row.ToAgency, ViewTime.Parse(row.SentAt), row.DueAt is null ? null : ViewTime.Parse(row.DueAt));

    private static IEnumerable<TodayItem> Signals(TodaySources sources, Acting who) =>
        from signal in sources.Signals
        let row = signal.Row
        where who.Post.Kind == PostKind.DutyOfficer && signal.Level >= AccessLevel.Act
        let open = row.State == nameof(SignalState.Open)
        where open || (row.State == nameof(SignalState.Confirmed) && row.Involved.Length == 0)
        select new TodayItem(open ? TodayKind.Signal : TodayKind.Dispatch, row.Id, "", row.Lead, ViewTime.Parse(row.RaisedAt), null, Signal: row);

    private static IEnumerable<TodayItem> Samples(TodaySources sources, Acting who) =>
        from sample in sources.Samples
        let row = sample.Row
        where who.Post.Kind == PostKind.Laboratory && row.Laboratory == who.Agency.Id && row.State != "tested"
        select new TodayItem(
            row.State == "taken" ? TodayKind.SampleToReceive : TodayKind.SampleToTest, row.Id, row.Number, row.Laboratory, ViewTime.Parse(row.TakenAt), null);

    private static IEnumerable<TodayItem> Duties(TodaySources sources, Acting who) =>
        from file in sources.Cases
        let row = file.Row
        where file.Level >= AccessLevel.Act && row.Duty == nameof(TransferDuty.Open) && row.Transfer is null && row.Lead == who.Agency.Id
        select new TodayItem(TodayKind.TransferDuty, row.Id, row.Number, row.Lead, ViewTime.Parse(row.DutySince!), null);

    private static IEnumerable<TodayItem> Copies(TodaySources sources, Acting who) =>
        from transfer in sources.Transfers
        let row = transfer.Row
        where who.Post.Kind == PostKind.Procurator && row.Procuratorate == who.Agency.Id && row.SentAt is not null && !sources.OpenedCopies.Contains(row.Id)
        select new TodayItem(TodayKind.Copy, row.Id, row.CaseNumber, row.Procuratorate, ViewTime.Parse(row.SentAt!), null);
}
