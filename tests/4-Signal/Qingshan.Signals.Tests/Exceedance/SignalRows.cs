using Qingshan.Record.Entries;
using Qingshan.Record.Views;
using Qingshan.Signals.Signals;
using Qingshan.TestKit;

namespace Qingshan.Signals.Tests.Exceedance;

/// <summary>The list of signals, folded from a record in memory.</summary>
internal sealed class SignalRows(InMemoryRecord record) : IViewReader
{
    public IReadOnlyList<SignalRow> All =>
    [
        .. record.ReadAllAsync().ToBlockingEnumerable().GroupBy(entry => entry.Stream).Where(stream => stream.Key.Kind == Signal.Kind)
            .Select(stream => Row(new StreamHistory(stream.Key, [.. stream]).Fold<Signal>())).OrderBy(row => row.StartedAt, StringComparer.Ordinal),
    ];

    public IReadOnlyList<TRow> Query<TRow>(string sql, object? parameters = null) =>
        [.. All.Where(row => parameters!.GetType().GetProperty("factor")!.GetValue(parameters) is string factor && row.Factor == factor).Cast<TRow>()];

    private static SignalRow Row(Signal signal)
    {
        var (raised, measured) = (signal.Raised!, signal.Measured!);
        return new SignalRow(
            signal.Stream.Key, signal.State.ToString(), raised.Rule, raised.Enterprise, raised.Outlet, raised.Station, raised.Factor, raised.Division, signal.Lead, "",
            raised.Limit.ToString(), measured.Peak.ToString(), ViewTime.Text(measured.StartedAt), ViewTime.Text(measured.LastAt), "", measured.Ended, 0, signal.Version);
    }
}
