using System.Text;
using Qingshan.Protocols.Hj212;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Decoding;

/// <summary>Reads archived stretches. Never throws on what a device sent.</summary>
internal static class FrameDecoder
{
    private const int LongestMn = 64;

    public static Verdict Decode(ArchiveRecord record, ObservationRules rules, Func<string, Station?> findStation)
    {
        if (RejectedAs(record.Cut) is { } reason)
            return Verdict.Rejected(reason);
        if (!Hj212Frame.TryRead(record.Bytes.Span, out var frame))
            return Verdict.Rejected(SensingReasons.LengthAndChecksumWrong);
        var segment = frame.Segment;
        var mn = MnOf(segment);
        if (!frame.CrcOk)
            return Verdict.Rejected(segment.IsEncrypted ? SensingReasons.Encrypted : SensingReasons.ChecksumWrong, mn);
        if (WithheldAs(record.Authentication) is { } mistrust)
            return Verdict.Withheld(mistrust, mn);
        var reports = Hj212Report.All(segment);
        if (reports.Count > 1)
            return Verdict.Withheld(SensingReasons.TimesDiffer, mn);
        if (reports is not [{ Measurements.Count: > 0 } report])
            return Verdict.Withheld(Hj212Reply.From(segment) is null ? SensingReasons.NoMeasurements : SensingReasons.Answer, mn);
        return report.DataTime is null && segment.Part is { IsSplit: true }
            ? Verdict.Withheld(SensingReasons.SplitWithoutTime, mn)
            : Judge(record, report, rules, findStation);
    }

    /// <summary>The MN as text, cut to a bound; only for people and as a key, never trusted by itself.</summary>
    public static string MnOf(in Hj212Segment segment) => Encoding.Latin1.GetString(segment.Mn[..Math.Min(segment.Mn.Length, LongestMn)]);

    private static Verdict Judge(ArchiveRecord record, Hj212Report report, ObservationRules rules, Func<string, Station?> findStation)
    {
        if (report.DataTime is not { } local)
            return Verdict.Withheld(SensingReasons.TimeMissing, report.Mn);
        var dataTime = rules.ToInstant(local);
        if (dataTime < rules.Earliest)
            return Verdict.Withheld(SensingReasons.TimeImplausible, report.Mn);
        if (dataTime > record.ReceivedAt + rules.ClockTolerance)
            return Verdict.Withheld(SensingReasons.TimeInFuture, report.Mn);
        var late = ObservationRules.IsLate(report.Command, dataTime, record.ReceivedAt);
        var readings = report.Measurements
            .Select(m => new ObservedReading(m.Factor, m.Statistic, m.Value?.Value, m.ValueText, m.Mark)).ToList();
        return new Verdict(true, null, report.Mn, new ObservedFrame(
            record.Position, record.Next, record.ReceivedAt, report.Mn, findStation(report.Mn), record.Source, record.Authentication,
            report.Command, dataTime, late, readings, Convert.ToHexStringLower(record.Hash.Span)));
    }

    private static Reason? RejectedAs(StretchCut cut) => cut switch
    {
        StretchCut.Frame => null,
        StretchCut.LengthNotDecimal => SensingReasons.LengthNotDecimal,
        StretchCut.NoFrameEnd => SensingReasons.NoFrameEnd,
        StretchCut.Interrupted => SensingReasons.Interrupted,
        StretchCut.ChecksumNotFound => SensingReasons.ChecksumNotFound,
        StretchCut.LengthAndChecksumWrong => SensingReasons.LengthAndChecksumWrong,
        StretchCut.Incomplete => SensingReasons.Incomplete,
        _ => SensingReasons.NoFrameStart,
    };

    private static Reason? WithheldAs(SourceAuthentication authentication) => authentication switch
    {
        SourceAuthentication.PasswordAndAddress or SourceAuthentication.Password => null,
        SourceAuthentication.MissingStation => SensingReasons.MissingStation,
        SourceAuthentication.WrongPassword => SensingReasons.WrongPassword,
        SourceAuthentication.WrongAddress => SensingReasons.WrongAddress,
        _ => SensingReasons.UnknownStation,
    };
}
