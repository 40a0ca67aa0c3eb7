using System.Globalization;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Entries;
using Qingshan.Registry.Zones;
using Qingshan.Sensing.Archive;
using Qingshan.Signals.Signals;

namespace Qingshan.Signals.Zones;

/// <summary>Writes what the zone detector found: the first statement raises the signal, later ones amend it.</summary>
public sealed class PassageWriter(SignalAppender appender, IDirectory directory, TimeProvider time)
{
    /// <summary>States the stay of a vessel as it is now known.</summary>
    /// <param name="late">True when late data changed what had been said.</param>
    public Task WriteAsync(string signal, ZoneRule rule, WatchedVessel vessel, Zone zone, Passage passage, bool late, CancellationToken cancel) => AppendAsync(
        SignalCommands.Stream(signal), rule, Said(passage), state => state.Zone is null ? Raised(rule, vessel, zone, passage) : Amended(state, passage, late), cancel);

    /// <summary>States a stay anew that was raised before; nothing where it was not.</summary>
    public Task AmendAsync(string signal, ZoneRule rule, Passage passage, CancellationToken cancel) => AppendAsync(
        SignalCommands.Stream(signal), rule, Said(passage), state => state.Zone is null ? null : Amended(state, passage, late: false), cancel);

    /// <summary>Withdraws a signal whose event late data took away.</summary>
    public Task WithdrawAsync(string signal, ZoneRule rule, string why, CancellationToken cancel) => AppendAsync(
        SignalCommands.Stream(signal), rule, $"withdrawn {why}", state => state.State == SignalState.Withdrawn ? null : new SignalWithdrawn(why), cancel);

    private static ZoneSignalAmended? Amended(Signal signal, Passage passage, bool late)
    {
        var said = signal.State == SignalState.Withdrawn ? null : signal.Passage;
        return said == passage || (!late && said is not null && StatementOrder.IsOlder(passage.LastFrame, passage.Ended, said.LastFrame, said.Ended))
            ? null
            : new ZoneSignalAmended(passage, late);
    }

    private static string Said(Passage passage) => string.Create(
        CultureInfo.InvariantCulture, $"{InstantPattern.ExtendedIso.Format(passage.StartedAt)} {InstantPattern.ExtendedIso.Format(passage.LastAt)} {passage.Fixes} {passage.Minutes} {passage.Ended}");

    private Task AppendAsync(StreamId stream, ZoneRule rule, string said, Func<Signal, EntryBody?> decide, CancellationToken cancel) =>
        appender.AppendAsync(stream, rule.Id, said, state => decide(state) is { } body ? (body, OccurredAt(body)) : null, cancel);

    private Instant OccurredAt(EntryBody body) => body switch
    {
        ZoneSignalRaised raised => raised.Passage.StartedAt,
        ZoneSignalAmended amended => amended.Passage.LastAt,
        _ => time.GetUtcNow().ToInstant(),
    };

    private ZoneSignalRaised Raised(ZoneRule rule, WatchedVessel vessel, Zone zone, Passage passage)
    {
        var ground = vessel.Judge(zone, passage.StartedAt);
        var division = zone.Division.Length > 0 ? zone.Division : SignalOwner.SiteDivision(directory);
        var (_, zh, en) = SourceAuthentication.Receiver.Describe();
        return new(
            rule.Id, rule.Version, SignalOwner.Of(directory, division), division, zone.Id, zone.Version, vessel.Mmsi.ToString("D9", CultureInfo.InvariantCulture),
            vessel.Registered?.Id ?? "", vessel.Name, string.Join(' ', vessel.Gear), passage, new(ground.Zh, ground.En), $"{zone.Source}{zone.Article}",
            new(zh, en), rule.LegalBasis, rule.LookNext);
    }
}
