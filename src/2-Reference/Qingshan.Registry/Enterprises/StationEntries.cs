using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;

namespace Qingshan.Registry.Enterprises;

/// <summary>A monitoring station came into the registry; first entry of <c>station/{mn}</c>.</summary>
/// <param name="Password">Access password, sealed under <c>device:MN</c>: a secret stays out of what is exported and proved.</param>
/// <param name="Addresses">The only source addresses accepted; none when it is bound to none.</param>
/// <param name="Factors">Factor codes it reports.</param>
[EntryType("station.registered")]
public sealed record StationRegistered(
    string Enterprise, string Outlet, string NameZh, string NameEn, string Protocol, string System, SealedText Password, IReadOnlyList<string> Addresses,
    bool Reviewed, Position Place, int IntervalSeconds, IReadOnlyList<string> Factors, bool Demo) : EntryBody;
