using Qingshan.Record.Entries;

namespace Qingshan.Transfers.Supervision;

/// <summary>The procuratorate's copy arrived, in the same commit as the transfer itself (17号 art. 6).</summary>
[EntryType("supervision.copy-received")]
public sealed record CopyReceived(StreamId Transfer, StreamId Case, string Procuratorate, string Division, string LetterSha256) : EntryBody;

/// <summary>A decision not to transfer was brought to the procuratorate's eyes.</summary>
[EntryType("supervision.non-transfer-reported")]
public sealed record NonTransferReported(StreamId Case, string Procuratorate, string Division, string Reasons) : EntryBody;

/// <summary>The procuratorate asked for reasons (K13).</summary>
[EntryType("supervision.reasons-requested")]
public sealed record ReasonsRequested(string Of, string Question) : EntryBody;
