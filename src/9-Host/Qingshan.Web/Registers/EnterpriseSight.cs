using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Registry.Enterprises;
using Qingshan.Signals.Signals;

namespace Qingshan.Web.Registers;

/// <summary>An enterprise as a post sees it. Below full access the lists are empty and a page shows only what the public may know.</summary>
/// <param name="Signals">Signals of the enterprise that the post may see whole, the newest first.</param>
/// <param name="Cases">Cases of the enterprise that the post may see whole.</param>
public sealed record EnterpriseSight(
    Enterprise Enterprise, AccessAnswer Access, IReadOnlyList<StationSight> Stations, IReadOnlyList<SignalRow> Signals, IReadOnlyList<CaseRow> Cases)
{
    public bool Full => Access.Level >= AccessLevel.Full;
}

/// <summary>A row of the list of enterprises.</summary>
/// <param name="OpenSignals">Signals waiting for a decision, among those the post may see whole.</param>
/// <param name="Stations">Health of its stations; empty below full.</param>
public sealed record EnterpriseLine(Enterprise Enterprise, AccessLevel Level, int OpenSignals, IReadOnlyList<StationHealth> Stations);
