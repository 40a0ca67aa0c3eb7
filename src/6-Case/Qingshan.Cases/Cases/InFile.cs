using Qingshan.Record.Entries;
using Qingshan.Tasking.Samples;

namespace Qingshan.Cases.Cases;

/// <summary>Whether what was done outside the case is in its file. One and the same only if content and time agree: a second check of a task is another document.</summary>
public static class InFile
{
    /// <summary>A record of a task, with the time at which it was made.</summary>
    public static bool Has(Case file, EvidenceAdded item) => file.Evidence.Any(known =>
        known.Source == item.Source && known.Document == item.Document && known.Title == item.Title && known.Sha256 == item.Sha256
        && known.Proves == item.Proves && known.MadeAt == item.MadeAt);

    /// <summary>A laboratory's result: one report has several factors, and one factor may be tested again.</summary>
    public static bool Has(Case file, StreamId sample, SampleResultRecorded result) => file.Evidence.Any(known =>
        known.Source == sample && known.Title == Title(result) && known.Proves == FactItems.Proven(result) && known.MadeAt == result.TestedAt);

    /// <summary>What a report is called in the file.</summary>
    internal static string Title(SampleResultRecorded result) => $"监测报告 {result.Report}";
}
