using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Registry.Zones;

/// <summary>A zone was drawn; first entry of <c>zone/{id}</c>.</summary>
/// <param name="Places">Words of the screening fact <c>place</c>.</param>
/// <param name="Datum">Always <c>WGS-84</c>.</param>
/// <param name="Outline">Closed ring as well-known text: <c>POLYGON ((122.096 30.058, …))</c>, longitude first.</param>
/// <param name="ValidFrom">First day; null when it was always there.</param>
/// <param name="ValidTo">Last day; null when it is open-ended.</param>
[EntryType("zone.registered")]
public sealed record ZoneRegistered(
    string Kind, string NameZh, string NameEn, string Division, IReadOnlyList<string> Places, string Datum, string Outline, LocalDate? ValidFrom, LocalDate? ValidTo, bool Demo)
    : EntryBody;
