using NodaTime.Extensions;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Reading;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Access;
using Qingshan.Registry.Exchange;
using Qingshan.Registry.Vessels;
using Qingshan.Registry.Zones;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Registers;

/// <summary>Reads vessels and zones for pages and interface. The registry is a snapshot, so access is asked and written down here.</summary>
internal sealed class SeaReading(
    ICurrent current, IAccess access, IAccessJournal journal, ReadDesk desk, IRecord record, IVessels vessels, IZones zones, IDirectory directory, TimeProvider time)
{
    private Acting Who => current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");

    /// <summary>Every vessel the post may know of, by name.</summary>
    public Outcome<IReadOnlyList<SeenRow<Vessel>>> Vessels(SeaFilter filter) => access.Permit(Who, "registry.read").Then<IReadOnlyList<SeenRow<Vessel>>>(_ =>
        desk.Filter(Who, vessels.Vessels, Of).Where(seen => filter.Fits(seen.Row, seen.Level >= AccessLevel.Full)).OrderBy(seen => seen.Row.Name, StringComparer.Ordinal).ToList());

    /// <summary>Every zone the post may know of, by name.</summary>
    public Outcome<IReadOnlyList<SeenRow<Zone>>> Zones(SeaFilter filter) => access.Permit(Who, "registry.read").Then<IReadOnlyList<SeenRow<Zone>>>(_ =>
        desk.Filter(Who, zones.Zones, Of).Where(seen => filter.Fits(seen.Row)).OrderBy(seen => seen.Row.NameZh, StringComparer.Ordinal).ToList());

    public bool IsInForce(Zone zone) => zone.IsInForce(time.GetUtcNow().ToInstant());

    public async Task<Outcome<VesselSight>> VesselAsync(string id) =>
        (await ReadAsync(new StreamId("vessel", id), vessels.FindVessel(id), Of)).Then<VesselSight>(seen => new VesselSight(seen.Row, seen.Access, seen.History));

    public async Task<Outcome<ZoneSight>> ZoneAsync(string id) =>
        (await ReadAsync(new StreamId("zone", id), zones.FindZone(id), Of)).Then<ZoneSight>(seen => new ZoneSight(seen.Row, seen.Access, IsInForce(seen.Row), seen.History));

    /// <summary>What the post may see whole, as a file; written to the access log.</summary>
    public async Task<Outcome<byte[]>> ExportAsync(RegisterKind register, ExchangeFormat format, CancellationToken cancel)
    {
        var target = $"{register} register".ToLowerInvariant();
        if (access.Permit(Who, "registry.export").Refusal is { } refusal)
        {
            await journal.WriteAsync(new AccessRead(Who, target, "registry.export", AccessLevel.None, Refused: true), cancel);
            return refusal;
        }

        await journal.WriteAsync(new AccessRead(Who, target, "registry.export", AccessLevel.Full, Refused: false), cancel);
        return register == RegisterKind.Vessel
            ? ExportFile.Write(format, desk.Filter(Who, vessels.Vessels, Of, AccessLevel.Full).Select(seen => seen.Row))
            : ExportFile.Write(format, desk.Filter(Who, zones.Zones, Of, AccessLevel.Full).Select(seen => seen.Row));
    }

    private Subject Of(Vessel vessel) => RegistrySubjects.Of(vessel, directory);

    private Subject Of(Zone zone) => RegistrySubjects.Of(zone, directory);

    private async Task<Outcome<(T Row, AccessAnswer Access, IReadOnlyList<RegisterEntry> History)>> ReadAsync<T>(StreamId stream, T? row, Func<T, Subject> subject)
        where T : class
    {
        if (row is null || !access.Permit(Who, "registry.read", subject(row)).TryGet(out var answer, out _))
        {
            await journal.WriteAsync(new AccessRead(Who, stream.ToString(), "read", AccessLevel.None, Refused: true));
            return AccessReasons.NotFound.Refuse();
        }

        if (answer.Level < AccessLevel.Full)
            return (row, answer, []);
        await journal.WriteAsync(new AccessRead(Who, stream.ToString(), "read", answer.Level, Refused: false));
        var history = await record.ReadAsync(stream);
        return (row, answer, [.. history.Entries.Select(RegisterEntry.Of).Reverse()]);
    }
}
