using NodaTime;

namespace Qingshan.Web.Components.Parts;

/// <summary>How a statutory clock stands, for showing it.</summary>
public enum ClockState
{
    Running,
    Soon,
    Overdue,
    Met,
    MetLate,
    NotNeeded,
}

/// <summary>What a clock bar shows.</summary>
/// <param name="Share">Share of the time that has passed, 0 to 100.</param>
/// <param name="Left">Time left; negative when overdue.</param>
public sealed record ClockLook(ClockState State, int Share, Duration Left)
{
    /// <summary>A running clock turns "soon" when a quarter of its time, but at most a day, is left.</summary>
    public static ClockLook Of(Instant started, Instant due, Instant now, Instant? met = null, bool needed = true)
    {
        var whole = due - started;
        var at = met ?? now;
        var share = whole <= Duration.Zero ? 100 : (int)Math.Clamp((at - started).TotalSeconds / whole.TotalSeconds * 100, 0, 100);
        var soon = Duration.Min(whole / 4, Duration.FromDays(1));
        var state = !needed ? ClockState.NotNeeded
            : met is { } done ? (done <= due ? ClockState.Met : ClockState.MetLate)
            : now > due ? ClockState.Overdue
            : due - now <= soon ? ClockState.Soon
            : ClockState.Running;
        return new(state, share, due - at);
    }
}
