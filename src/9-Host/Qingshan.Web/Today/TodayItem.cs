using NodaTime;
using Qingshan.Law.Clocks;
using Qingshan.Signals.Signals;

namespace Qingshan.Web.Today;

/// <summary>What kind of thing waits.</summary>
public enum TodayKind
{
    /// <summary>A statutory clock of a transfer.</summary>
    Clock,

    /// <summary>A signal that nobody has decided.</summary>
    Signal,

    /// <summary>A confirmed signal that nobody was sent to look at.</summary>
    Dispatch,

    /// <summary>A task sent to the agency that nobody has taken, or too few.</summary>
    TaskToAccept,

    /// <summary>A task under way.</summary>
    TaskToFinish,

    /// <summary>A sample that the laboratory has not signed for.</summary>
    SampleToReceive,

    /// <summary>A sample without a result.</summary>
    SampleToTest,

    /// <summary>A case that must be transferred and has no report yet.</summary>
    TransferDuty,

    /// <summary>A transfer's copy that nobody at the procuratorate has opened.</summary>
    Copy,
}

/// <summary>One thing that waits for the post.</summary>
/// <param name="Id">Key of the stream it is about.</param>
/// <param name="About">Number or words of what it is about; empty where <paramref name="Signal"/> says it.</param>
/// <param name="Agency">Whose it is to do.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Due">Null where neither law nor sender set a time.</param>
/// <param name="Clock">The statutory clock, for <see cref="TodayKind.Clock"/>.</param>
/// <param name="Signal">The signal it is about, for <see cref="TodayKind.Signal"/> and <see cref="TodayKind.Dispatch"/>.</param>
public sealed record TodayItem(
    TodayKind Kind, string Id, string About, string Agency, Instant Since, Instant? Due, ClockResult? Clock = null, SignalRow? Signal = null)
{
    /// <summary>The page on which the next action is done.</summary>
    public string Href => Kind switch
    {
        TodayKind.Signal or TodayKind.Dispatch => $"/signals/{Id}",
        TodayKind.TaskToAccept or TodayKind.TaskToFinish => $"/tasks/{Id}",
        TodayKind.SampleToReceive or TodayKind.SampleToTest => $"/samples/{Id}",
        TodayKind.TransferDuty => $"/cases/{Id}",
        _ => $"/transfers/{Id}",
    };

    /// <summary>The action's word: the rule's id for a clock, the kind for everything else.</summary>
    public string Action => Clock?.Rule.Id ?? Kind.ToString();
}
