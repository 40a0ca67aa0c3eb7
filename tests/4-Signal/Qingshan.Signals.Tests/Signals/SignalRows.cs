using Qingshan.Record.Entries;
using Qingshan.Record.Views;
using Qingshan.Signals.Signals;
using Qingshan.TestKit;

namespace Qingshan.Signals.Tests.Signals;

/// <summary>The list of signals, folded from a record in memory.</summary>
internal sealed class SignalRows(InMemoryRecord record) : IViewReader
{
    public IReadOnlyList<SignalRow> All =>
    [
        .. record.ReadAllAsync().ToBlockingEnumerable().GroupBy(entry => entry.Stream).Where(stream => stream.Key.Kind == Signal.Kind)
            .Select(stream => Row(new StreamHistory(stream.Key, [.. stream]).Fold<Signal>())).OrderBy(row => row.StartedAt, StringComparer.Ordinal),
    ];

    public IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null) =>
        [.. All.Where(row => Of(parameters, "factor") is { } factor ? row.Factor == factor : row.Zone == Of(parameters, "zone") && row.Station == Of(parameters, "mmsi")).Cast<TRow>()];

    private static string? Of(object? parameters, string name) => parameters?.GetType().GetProperty(name)?.GetValue(parameters) as string;

    private static SignalRow Row(Signal signal)
    {
        var (raised, zone, head) = (signal.Raised, signal.Zone, signal.Head!);
        return new SignalRow(
            signal.Stream.Key, zone is null ? SignalKind.Exceedance : SignalKind.Zone, signal.State.ToString(), head.Rule, raised?.Enterprise ?? "", raised?.Outlet ?? "",
            raised?.Station ?? zone!.Mmsi, raised?.Factor ?? "", zone?.Vessel ?? "", zone?.VesselName ?? "", zone?.Zone ?? "", head.Division, signal.Lead, "",
            raised?.Limit.ToString() ?? "", (signal.Measured?.Peak ?? signal.Passage!.Fastest).ToString(), signal.Passage?.Minutes ?? 0,
            ViewTime.Text(head.StartedAt), ViewTime.Text(head.LastAt), "", head.Ended, 0, signal.Version);
    }
}
