using Qingshan.Protocols.Ais;
using Qingshan.Record.Reasons;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Vessels;

/// <summary>
/// Reads archived AIS sentences in order. Never throws on what was sent. Its only memory are the open parts of long messages, for each source its own:
/// two receivers may use the same sequence numbers at the same time.
/// </summary>
internal sealed class AisReader(VesselRules rules)
{
    private const int MostSources = 256;
    private const int RecentParts = 32;

    private readonly Dictionary<string, AisAssembler<bool>> assemblers = new(StringComparer.Ordinal);
    private readonly Queue<ArchivePosition> parts = new();

    /// <summary>From where one must read so that no open part is missed; null when none can be open.</summary>
    public ArchivePosition? OpenSince => parts.TryPeek(out var first) ? first : null;

    public AisVerdict Read(ArchiveRecord record)
    {
        if (RejectedAs(record.Cut) is { } cut)
            return AisVerdict.Rejected(cut);
        var line = record.Bytes.Span;
        var start = NmeaSentence.Find(line);
        if (start < 0)
            return AisVerdict.Rejected(SensingReasons.ForeignText);
        var rejection = NmeaSentence.Read(line, start, out var sentence);
        if (rejection != AisRejection.None)
            return Refused(rejection);
        if (record.Authentication != SourceAuthentication.Receiver)
            return AisVerdict.Withheld(SensingReasons.UnknownReceiver);
        if (!AssemblerOf(record.Source).Take(sentence, default, out var bits, out rejection))
            return rejection == AisRejection.None ? Part(record.Position) : Refused(rejection);
        if (rules.TimeOf(sentence, record.ReceivedAt, out var at) is { } wrongTime)
            return AisVerdict.Withheld(wrongTime);
        return Judge(bits) with { At = at };
    }

    /// <summary>True for what is only archived and not listed: it is no fault of anybody.</summary>
    public static bool IsQuiet(Reason reason) =>
        reason == SensingReasons.AisPart || reason == SensingReasons.AisOtherType || reason == SensingReasons.AisMerged || reason == SensingReasons.AisNoPosition;

    private static AisVerdict Judge(AisBits bits)
    {
        var rejection = AisLayouts.Find(bits, out var layout);
        if (rejection == AisRejection.Type)
            return AisVerdict.Withheld(SensingReasons.AisOtherType);
        if (rejection != AisRejection.None)
            return Refused(rejection);
        var verdict = new AisVerdict(
            true, null, default, AisPosition.TryRead(bits, out var position) ? position : null, AisIdentity.TryRead(bits, layout, out var identity) ? identity : null);
        if (verdict.Mmsi is <= 0 or > 999_999_999)
            return AisVerdict.Withheld(SensingReasons.AisMmsi);
        if (verdict.Position is not { HasPosition: false } without)
            return verdict;
        // Message 19 without a place still names the ship.
        return verdict.Identity is not null
            ? verdict with { Position = null }
            : AisVerdict.Withheld(without.SaysNothing ? SensingReasons.AisNoPosition : SensingReasons.AisImpossiblePosition);
    }

    private AisVerdict Part(ArchivePosition position)
    {
        parts.Enqueue(position);
        if (parts.Count > RecentParts)
            parts.Dequeue();
        return AisVerdict.Withheld(SensingReasons.AisPart);
    }

    private AisAssembler<bool> AssemblerOf(string source)
    {
        if (assemblers.TryGetValue(source, out var known))
            return known;
        // A sender that takes a new port for every sentence costs others their open parts, nothing else.
        if (assemblers.Count >= MostSources)
            assemblers.Clear();
        return assemblers[source] = new AisAssembler<bool>(_ => { });
    }

    private static AisVerdict Refused(AisRejection rejection) => rejection switch
    {
        AisRejection.Checksum => AisVerdict.Rejected(SensingReasons.AisChecksum),
        AisRejection.Length => AisVerdict.Withheld(SensingReasons.AisLength),
        AisRejection.Fragment => AisVerdict.Withheld(SensingReasons.AisPartMissing),
        AisRejection.Type => AisVerdict.Withheld(SensingReasons.AisOtherType),
        _ => AisVerdict.Rejected(SensingReasons.AisForm),
    };

    private static Reason? RejectedAs(StretchCut cut) => cut switch
    {
        StretchCut.Frame => null,
        StretchCut.NoFrameEnd => SensingReasons.LineTooLong,
        StretchCut.Incomplete => SensingReasons.Incomplete,
        _ => SensingReasons.ForeignText,
    };
}
