using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Registry.Vessels;

/// <summary>What the register says of a vessel from now on, whole; the first one brings the vessel in, each later one replaces what was said. Stream <c>vessel/{id}</c>.</summary>
/// <param name="Name">As typed.</param>
/// <param name="FormerNames">Every earlier name, the latest first.</param>
/// <param name="Mmsi">Empty where it has none.</param>
/// <param name="Type">Word of the vessel types in <c>terms.json</c>.</param>
/// <param name="Length">Length over all: <c>32.5 m</c>.</param>
/// <param name="Owner">Enterprise id; never a natural person.</param>
/// <param name="Why">Why it was recorded, in the words of the person who did.</param>
/// <param name="File">SHA-256 of the imported file; empty when it came otherwise.</param>
/// <param name="Row">Row of the file; 0 when it came otherwise.</param>
[EntryType("vessel.recorded")]
public sealed record VesselRecorded(
    string Name, LocalDate? NameFrom, IReadOnlyList<Used> FormerNames, string Mmsi, LocalDate? MmsiFrom, IReadOnlyList<Used> FormerMmsis, string Type, string Port,
    string Division, Licence? Licence, Quantity? Length, string Owner, string Note, bool Demo, string Why, string File, int Row) : EntryBody;
