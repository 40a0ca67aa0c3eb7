using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Entries;
using Qingshan.Sensing.Archive;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Exceedance;

/// <summary>
/// Writes what the exceedance detector found: the first statement raises the signal, later ones amend it.
/// </summary>
public sealed class SignalWriter(SignalAppender appender, IDirectory directory, TimeProvider time)
{
    /// <summary>States the event of a watched object as it is now known.</summary>
    /// <param name="signal">Key of the signal: late data may move the start of an event, but not its name.</param>
    /// <param name="late">True when late data changed what had been said.</param>
    public Task WriteAsync(string signal, ExceedanceRule rule, WatchedObject watched, Measured measured, bool late, CancellationToken cancel) => AppendAsync(
        SignalCommands.Stream(signal), rule, Said(measured), state => state.Raised is null ? Raised(rule, watched, measured) : Amended(state, measured, late), cancel);

    /// <summary>States an event anew that was raised before; nothing where it was not.</summary>
    public Task AmendAsync(string signal, ExceedanceRule rule, Measured measured, CancellationToken cancel) =>
        AppendAsync(SignalCommands.Stream(signal), rule, Said(measured), state => state.Raised is null ? null : Amended(state, measured, late: false), cancel);

    /// <summary>Withdraws a signal whose event late data took away.</summary>
    public Task WithdrawAsync(StreamId stream, ExceedanceRule rule, string why, CancellationToken cancel) =>
        AppendAsync(stream, rule, $"withdrawn {why}", signal => signal.State == SignalState.Withdrawn ? null : new SignalWithdrawn(why), cancel);

    private static SignalAmended? Amended(Signal signal, Measured measured, bool late)
    {
        var said = signal.State == SignalState.Withdrawn ? null : signal.Measured;
        return said == measured || (!late && said is not null && StatementOrder.IsOlder(measured.LastFrame, measured.Ended, said.LastFrame, said.Ended)) ? null : new SignalAmended(measured, late);
    }

    private static string Said(Measured measured) =>
        $"{InstantPattern.ExtendedIso.Format(measured.StartedAt)} {InstantPattern.ExtendedIso.Format(measured.LastAt)} {measured.Peak} {measured.Readings} {measured.Ended}";

    private Task AppendAsync(StreamId stream, ExceedanceRule rule, string said, Func<Signal, EntryBody?> decide, CancellationToken cancel) =>
        appender.AppendAsync(stream, rule.Id, said, state => decide(state) is { } body ? (body, OccurredAt(body)) : null, cancel);

    private Instant OccurredAt(EntryBody body) => body switch
    {
        SignalRaised raised => raised.Measured.StartedAt,
        SignalAmended amended => amended.Measured.LastAt,
        _ => time.GetUtcNow().ToInstant(),
    };

    private SignalRaised Raised(ExceedanceRule rule, WatchedObject watched, Measured measured)
    {
        var (firm, limit) = (watched.Firm, watched.Limit);
        return new(
            rule.Id, rule.Version, SignalOwner.Of(directory, firm.Division), firm.Id, watched.Outlet.Id, watched.Station.Mn, limit.Factor, firm.Division, measured,
            new(limit.Value, limit.Unit), limit.Basis, Words(watched.Authentication), rule.LegalBasis, rule.LookNext);
    }

    private static Bilingual Words(SourceAuthentication authentication) => authentication switch
    {
        SourceAuthentication.PasswordAndAddress => new("已登记的设备标识，访问密码与绑定地址均相符", "registered device; password and bound address match"),
        SourceAuthentication.Password => new("已登记的设备标识，访问密码相符（未绑定地址）", "registered device; password matches (bound to no address)"),
        _ => throw new ArgumentOutOfRangeException(nameof(authentication), authentication, "Only authenticated frames reach a detector."),
    };
}
