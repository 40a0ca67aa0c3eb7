using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Reading;
using Qingshan.Law;
using Qingshan.Record.Reasons;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.Formats;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Today;

/// <summary>Reads what waits for the post that asks. Every row passes the access table first.</summary>
internal sealed class TodayReading(
    ICurrent current, IAccess access, ReadDesk desk, TransferQueries transfers, TaskQueries tasks, SignalQueries signals, SampleQueries samples, CaseQueries cases,
    OpenedCopies copies, StatuteBook book, TimeProvider time)
{
    public Outcome<TodayList> Read()
    {
        var who = current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");
        if (!access.Permit(who, "today.read").TryGet(out _, out var refusal))
            return refusal;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return TodayList.Of(TodayWork.Of(Sources(who), who, now, book), now, SiteTime.Zone);
    }

    private TodaySources Sources(Acting who) => new()
    {
        Transfers = desk.Filter(who, transfers.List(), row => row.Subject),
        Events = transfers.Events(),
        Tasks = desk.Filter(who, tasks.List(), row => row.Subject),
        Signals = desk.Filter(who, signals.List(), row => row.Subject),
        Samples = desk.Filter(who, samples.List(), row => row.Subject),
        Cases = desk.Filter(who, cases.List(duty: nameof(TransferDuty.Open)), row => row.Subject),
        OpenedCopies = who.Post.Kind == PostKind.Procurator ? copies.Of(who.Agency.Id) : new HashSet<string>(),
    };
}
