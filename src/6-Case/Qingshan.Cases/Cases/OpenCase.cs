using System.Globalization;
using NodaTime;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Zones;
using Qingshan.Signals.Signals;

namespace Qingshan.Cases.Cases;

/// <summary>Files an administrative case because of a signal.</summary>
/// <param name="Number">立案号.</param>
/// <param name="Cause">案由; what the signal says stands in when it is empty.</param>
/// <param name="SecondOfficer">The other officer in charge.</param>
public sealed record OpenCase(string Number, string SecondOfficer, string Cause = "");

/// <summary>Opens a case from a signal: both streams are written in one commit, and what the registry and the readings say comes in as facts.</summary>
public sealed class OpenCaseCommand(CommandDesk desk, CaseScreening screening, IDirectory directory, IRegistry registry, IZones zones, Ids ids)
{
    public Task<Outcome<Done>> RunAsync(CommandContext context, string signalId, OpenCase command, CancellationToken cancel) =>
        desk.RunAsync<Signal>(
            context, "signal.open-case", SignalCommands.Stream(signalId), command, (signal, changes) => Open(context, signal, command, changes), cancel);

    private Refusal? Open(CommandContext context, Signal signal, OpenCase command, Changes changes)
    {
        if (signal.State != SignalState.Confirmed)
            return SignalReasons.NotConfirmed.Refuse();
        if (signal.Case is not null)
            return SignalReasons.HasCase.Refuse();
        if (string.IsNullOrWhiteSpace(command.Number))
            return CaseReasons.NumberMissing.RefuseField("number");
        if (!HasCertificate(context.Who.Person) || !HasCertificate(command.SecondOfficer) || command.SecondOfficer == context.Who.Person)
            return CaseReasons.TwoOfficers.RefuseField("secondOfficer");
        var stream = CaseCommands.Stream(ids.New());
        changes.Add(new SignalCaseOpened(stream, context.Who.Agency.Id));
        var opened = Opened(context, signal, command);
        changes.AddTo(stream, 0, [opened, .. screening.WithDuty(opened, Facts(signal))]);
        return null;
    }

    private bool HasCertificate(string person) => directory.FindPerson(person)?.Certificates.Count > 0;

    private static CaseOpened Opened(CommandContext context, Signal signal, OpenCase command)
    {
        var cause = command.Cause.Trim();
        var (from, to) = (SiteDay(signal.Head!.StartedAt), SiteDay(signal.Head.LastAt));
        return new(
            command.Number.Trim(), context.Who.Agency.Id, context.Who.Agency.Division, signal.Stream, signal.Raised?.Enterprise ?? "", signal.Raised?.Outlet ?? "",
            cause.Length > 0 ? new(cause, cause) : signal.Zone is null ? Discharge : Fishing,
            from, to, [context.Who.Person, command.SecondOfficer]);
    }

    private static Bilingual Discharge => new("涉嫌超过许可排放浓度排放水污染物", "Suspected discharge of water pollutants above the permitted concentration");

    private static Bilingual Fishing => new("涉嫌违反禁渔区、禁渔期规定进行捕捞", "Suspected fishing in a closed area or season");

    private static LocalDate SiteDay(Instant instant) => instant.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Date;

    private List<FactRecorded> Facts(Signal signal) => signal.Zone is { } zone ? Facts(signal, zone) : Facts(signal, signal.Raised!);

    /// <summary>Where and when the vessel was, as a lead: a track proves no catch.</summary>
    private List<FactRecorded> Facts(Signal signal, ZoneSignalRaised raised)
    {
        var basis = new Bilingual("AIS 航迹：线索，尚不是证据", "AIS track: a lead, not yet evidence");
        var seasonal = zones.FindZone(raised.Zone)?.Seasons.Count > 0;
        return
        [
            new("waters", "", "sea", FactStanding.Lead, signal.Stream, basis),
            new(seasonal ? "closed_season" : "closed_area", "", "true", FactStanding.Lead, signal.Stream, basis),
        ];
    }

    /// <summary>What is known at the start: the readings as a lead, the limit and the firm's status as evidence from the registry.</summary>
    private List<FactRecorded> Facts(Signal signal, SignalRaised raised)
    {
        var facts = new List<FactRecorded>();
        var element = FactItems.Of(raised.Factor);
        var reviewed = registry.FindStation(raised.Station)?.Reviewed ?? false;
        facts.Add(Fact("limit_mg_l", element, raised.Limit.Value, FactStanding.Evidence, signal.Stream, new(raised.LimitBasis, raised.LimitBasis)));
        facts.Add(Fact(
            "concentration_mg_l", element, signal.Measured!.Peak.Value, reviewed ? FactStanding.Evidence : FactStanding.Lead, signal.Stream,
            reviewed
                ? new("自动监测数据（设备已经法制和技术审核）", "automatic readings (device reviewed)")
                : new("自动监测数据：线索，尚不是证据（行政处罚法 41）", "automatic readings: a lead, not yet evidence (Administrative Penalty Law art. 41)")));
        if (registry.FindEnterprise(raised.Enterprise) is { } firm)
        {
            facts.Add(Status("key_discharger", firm.KeyDischarger, new("重点排污单位名录", "list of key dischargers")));
            facts.Add(Status("key_permit_holder", firm.KeyPermit, new("排污许可证管理类别", "permit category")));
        }

        return facts;
    }

    private static FactRecorded Fact(string name, string item, decimal value, FactStanding standing, StreamId source, Bilingual basis) =>
        new(name, item, value.ToString(CultureInfo.InvariantCulture), standing, source, basis);

    private static FactRecorded Status(string name, bool value, Bilingual basis) => new(name, "", value ? "true" : "false", FactStanding.Evidence, null, basis);
}
