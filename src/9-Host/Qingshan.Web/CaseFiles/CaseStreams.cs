using Qingshan.Cases.Cases;
using Qingshan.Record.Entries;

namespace Qingshan.Web.CaseFiles;

/// <summary>Which streams belong to the file of a case. Pure.</summary>
public static class CaseStreams
{
    /// <summary>
    /// The case, the signal it came from, the tasks and samples that its material was taken from, every transfer that was reported, and the
    /// procuratorate's copy of each. What the file cites is part of the file, so whoever may export the file gets it; work that was not taken into
    /// the file comes along only as <paramref name="open"/>: what the exporter may read in full anyway.
    /// </summary>
    public static IReadOnlyList<StreamId> Of(StreamHistory history, IEnumerable<StreamId> open) =>
        [.. history.Entries.SelectMany(entry => Cited(entry.Body)).Prepend(history.Stream).Concat(open).Distinct()];

    private static IEnumerable<StreamId> Cited(EntryBody body) => body switch
    {
        CaseOpened opened => [opened.Signal],
        EvidenceAdded { Source: { } source } => [source],
        FactRecorded { Source: { } source } => [source],
        ObjectsListed list => [list.Task],
        TransferReported reported => [reported.Transfer, new StreamId("supervision", reported.Transfer.Key)],
        _ => [],
    };
}
