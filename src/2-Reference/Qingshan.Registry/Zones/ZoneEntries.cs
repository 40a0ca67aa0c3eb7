using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Registry.Zones;

/// <summary>A zone was drawn; first entry of <c>zone/{id}</c>. Zones that come by import are <see cref="ZoneRecorded"/>.</summary>
/// <param name="Places">Words of the screening fact <c>place</c>.</param>
/// <param name="Datum">Always <c>WGS-84</c>.</param>
/// <param name="Outline">Closed ring as well-known text: <c>POLYGON ((122.096 30.058, …))</c>, longitude first.</param>
/// <param name="ValidFrom">First day; null when it was always there.</param>
/// <param name="ValidTo">Last day; null when it is open-ended.</param>
[EntryType("zone.registered")]
public sealed record ZoneRegistered(
    string Kind, string NameZh, string NameEn, string Division, IReadOnlyList<string> Places, string Datum, string Outline, LocalDate? ValidFrom, LocalDate? ValidTo, bool Demo)
    : EntryBody;

/// <summary>What the register says of a zone from now on, whole; the first one brings the zone in, each later one replaces what was said.</summary>
/// <param name="Kind">Word of the zone kinds in <c>terms.json</c>.</param>
/// <param name="Places">Words of the screening fact <c>place</c>.</param>
/// <param name="Datum">Always <c>WGS-84</c>; an import in another datum was converted before.</param>
/// <param name="Boundary">Well-known text, <c>POLYGON</c> or <c>MULTIPOLYGON</c>, longitude first, at most seven decimals.</param>
/// <param name="ValidTo">Last day; null when it is open-ended.</param>
/// <param name="Seasons">As <see cref="Season"/> writes them; none stands for the whole year.</param>
/// <param name="Gear">Gear forbidden, ids of <c>terms.json</c>; none stands for all.</param>
/// <param name="Source">Notice or statute, with number; <paramref name="Article"/> within it.</param>
/// <param name="Agency">Responsible agency: id, or name of one outside the site.</param>
/// <param name="Why">Why it was recorded, in the words of the person who did.</param>
/// <param name="File">SHA-256 of the imported file; empty when it came otherwise.</param>
/// <param name="Row">Row of the file; 0 when it came otherwise.</param>
[EntryType("zone.recorded")]
public sealed record ZoneRecorded(
    string Kind, string NameZh, string NameEn, string Division, IReadOnlyList<string> Places, string Datum, string Boundary, LocalDate? ValidFrom, LocalDate? ValidTo,
    ZoneEffect Effect, IReadOnlyList<string> Seasons, IReadOnlyList<string> Gear, IReadOnlyList<string> ExemptGear, string Source, string Article, string Agency,
    string Note, bool Demo, string Why, string File, int Row) : EntryBody;
