using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using Qingshan.Directory.Agencies;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Sensing.Archive;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Exceedance;

/// <summary>
/// Writes what a detector found: the first statement raises the signal, later ones amend it. Saying the same twice adds nothing. While the record
/// cannot take it, it waits: a full disk must not stop the server, and no frame may go by unjudged.
/// </summary>
public sealed class SignalWriter(IRecord record, IDirectory directory, TimeProvider time)
{
    private const int Attempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
        return said == measured || (!late && said is not null && IsOlder(measured, said)) ? null : new SignalAmended(measured, late);
    }

    /// <summary>After a crash a detector reads again what it has judged already: what it then says once more lies behind what stands there.</summary>
    private static bool IsOlder(Measured measured, Measured said)
    {
        if (!ArchivePosition.TryParse(measured.LastFrame, out var now) || !ArchivePosition.TryParse(said.LastFrame, out var before))
            throw new FormatException($"A signal names no archive position: {measured.LastFrame}, {said.LastFrame}.");
        return now < before || (now == before && (said.Ended || !measured.Ended));
    }

    private static string Said(Measured measured) =>
        $"{InstantPattern.ExtendedIso.Format(measured.StartedAt)} {InstantPattern.ExtendedIso.Format(measured.LastAt)} {measured.Peak} {measured.Readings} {measured.Ended}";

    private async Task AppendAsync(StreamId stream, ExceedanceRule rule, string said, Func<Signal, EntryBody?> decide, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts;)
        {
            var history = await record.ReadAsync(stream, cancel: cancel);
            if (decide(history.Fold<Signal>()) is not { } body)
                return;
            var decision = new Decision(
                Key(rule, stream, history.Version, said), said, Actor.Rule(rule.Id), [new(stream, history.Version, [new(body, OccurredAt(body))])], stream.Key);
            var outcome = await record.AppendAsync(decision, cancel);
            if (outcome.Refusal is not { } refusal)
                return;
            if (refusal.Reason == RecordReasons.Stale)
                attempt++;
            else if (refusal.Reason.Kind == ReasonKind.Unavailable)
                await Task.Delay(Pause, time, cancel);
            else
                outcome.Require();
        }

        throw new InvalidOperationException($"The signal {stream} is written to by others all the time.");
    }

    // The version is part of it: late data may lead back to what was said before, and that must be said again.
    private static string Key(ExceedanceRule rule, StreamId stream, long version, string said) => string.Create(
        CultureInfo.InvariantCulture, $"{rule.Id}:{stream.Key}:{version}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 8))}");

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
            rule.Id, rule.Version, OwnerOf(firm.Division), firm.Id, watched.Outlet.Id, watched.Station.Mn, limit.Factor, firm.Division, measured,
            new(limit.Value, limit.Unit), limit.Basis, Words(watched.Authentication), rule.LegalBasis, rule.LookNext);
    }

    /// <summary>The joint centre of the place, or of the city above it.</summary>
    private string OwnerOf(string division) =>
        (directory.FindSameLevel(division, AgencyKind.JointCentre) ?? directory.FindSameLevel(division[..4] + "00", AgencyKind.JointCentre))?.Id ?? "";

    private static Bilingual Words(SourceAuthentication authentication) => authentication switch
    {
        SourceAuthentication.PasswordAndAddress => new("已登记的设备标识，访问密码与绑定地址均相符", "registered device; password and bound address match"),
        SourceAuthentication.Password => new("已登记的设备标识，访问密码相符（未绑定地址）", "registered device; password matches (bound to no address)"),
        _ => throw new ArgumentOutOfRangeException(nameof(authentication), authentication, "Only authenticated frames reach a detector."),
    };
}
