using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Tasking.Samples;

/// <summary>A sample was taken (采样记录单). The laboratory sees the sample and the question, not whose it is: the entry names the outlet, never the firm.</summary>
/// <param name="Task">The task it belongs to.</param>
/// <param name="Agency">The agency that took it.</param>
/// <param name="Laboratory">The laboratory it goes to.</param>
/// <param name="Point">Where exactly.</param>
/// <param name="Seal">Number of the seal on the container.</param>
/// <param name="Factors">Factor codes to be tested.</param>
/// <param name="FirmKeepsPart">The firm kept a split sample.</param>
[EntryType("sample.taken")]
public sealed record SampleTaken(
    string Number, StreamId Task, string Agency, string Laboratory, string Division, string Outlet, string Point, Instant TakenAt,
    Quantity Volume, string Seal, IReadOnlyList<string> Factors, IReadOnlyList<string> Officers, bool FirmKeepsPart) : EntryBody;

/// <summary>The laboratory has the sample, with the seal as found.</summary>
[EntryType("sample.received")]
public sealed record SampleReceived(bool SealIntact, string Condition) : EntryBody;

/// <summary>The laboratory's result for one factor (监测报告).</summary>
/// <param name="Report">Number of the report.</param>
/// <param name="Method">Number of the analysis standard, such as GB 7467-87.</param>
/// <param name="Sha256">Hash of the report's file; empty when only the figures were given.</param>
[EntryType("sample.result-recorded")]
public sealed record SampleResultRecorded(string Report, string Factor, Quantity Concentration, string Method, Instant TestedAt, string Sha256, string MediaType) : EntryBody;
