using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;

namespace Qingshan.Record.Tests;

public sealed record SampleFile(string Sha256, string MediaType);

[EntryType("sample.attached")]
public sealed record SampleAttached(IReadOnlyList<SampleFile> Files, SealedText Witness, SealedText Suspect) : EntryBody;
