using Qingshan.Record.Entries;

namespace Qingshan.Registry.Exchange;

/// <summary>A file was imported into a register; first and only entry of <c>import/{id}</c>. The objects have entries of their own, of the same decision.</summary>
/// <param name="File">SHA-256 of the file.</param>
/// <param name="Rows">Rows that were imported, as the file numbers them.</param>
/// <param name="Why">In the words of the person who imported it.</param>
[EntryType("import.applied")]
public sealed record ImportApplied(RegisterKind Register, string File, string FileName, int New, int Changed, IReadOnlyList<int> Rows, string Why) : EntryBody;
