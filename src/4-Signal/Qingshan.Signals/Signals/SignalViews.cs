using Qingshan.Directory.Access;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Signals.Signals;

/// <summary>One row of the list of signals.</summary>
/// <param name="Amended">How often the event was stated anew after the first time.</param>
public sealed record SignalRow(
    string Id, string State, string Rule, string Enterprise, string Outlet, string Station, string Factor, string Division, string Lead, string Involved,
    string LimitText, string PeakText, string StartedAt, string LastAt, string RaisedAt, bool Ended, int Amended, long Version)
{
    public Subject Subject => new(new StreamId(Signal.Kind, Id), "open", Lead, Division) { Joint = Involved.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
}

/// <summary>The list of signals: a row a signal. Queries give rows; whoever shows them asks access for each.</summary>
public sealed class SignalViews : IView
{
    public string Name => "signal_list";

    public int Version => 2;

    public IReadOnlyList<string> Tables => ["signal_list"];

    public string Schema => """
        CREATE TABLE {signal_list} (
            id TEXT PRIMARY KEY, state TEXT NOT NULL, rule TEXT NOT NULL, enterprise TEXT NOT NULL, outlet TEXT NOT NULL, station TEXT NOT NULL,
            factor TEXT NOT NULL, division TEXT NOT NULL, lead TEXT NOT NULL, involved TEXT NOT NULL, limit_text TEXT NOT NULL, peak_text TEXT NOT NULL,
            started_at TEXT NOT NULL, last_at TEXT NOT NULL, raised_at TEXT NOT NULL, ended INTEGER NOT NULL, amended INTEGER NOT NULL, version INTEGER NOT NULL);
        CREATE INDEX {signal_list}_raised ON {signal_list} (raised_at DESC);
        CREATE INDEX {signal_list}_object ON {signal_list} (station, factor, started_at);
        CREATE INDEX {signal_list}_enterprise ON {signal_list} (enterprise, raised_at DESC);
        """;

    public void Project(Entry entry, IViewWriter writer)
    {
        if (entry.Stream.Kind != Signal.Kind)
            return;
        var id = entry.Stream.Key;
        switch (entry.Body)
        {
            case SignalRaised raised:
                Insert(entry, raised, writer);
                break;
            case SignalAmended amended:
                writer.Execute(
                    "UPDATE {signal_list} SET peak_text = @peak, last_at = @last, ended = @ended, started_at = @started, amended = amended + 1, "
                    + "state = CASE state WHEN 'Withdrawn' THEN 'Open' ELSE state END WHERE id = @id",
                    new { id, peak = amended.Measured.Peak.ToString(), last = ViewTime.Text(amended.Measured.LastAt), ended = amended.Measured.Ended, started = ViewTime.Text(amended.Measured.StartedAt) });
                break;
            case SignalConfirmed:
                SetState(writer, id, SignalState.Confirmed);
                break;
            case SignalDismissed:
                SetState(writer, id, SignalState.Dismissed);
                break;
            case SignalWithdrawn:
                SetState(writer, id, SignalState.Withdrawn);
                break;
            case SignalTaskSent sent:
                Involve(writer, id, sent.Agency);
                break;
            case SignalCaseOpened opened:
                Involve(writer, id, opened.Agency);
                break;
            default:
                break;
        }

        writer.Execute("UPDATE {signal_list} SET version = @version WHERE id = @id", new { id, version = entry.Version });
    }

    private static void Insert(Entry entry, SignalRaised raised, IViewWriter writer) => writer.Execute(
        """
        INSERT INTO {signal_list} (id, state, rule, enterprise, outlet, station, factor, division, lead, involved, limit_text, peak_text, started_at, last_at, raised_at, ended, amended, version)
        VALUES (@id, 'Open', @rule, @enterprise, @outlet, @station, @factor, @division, @lead, '', @limit, @peak, @started, @last, @raised, @ended, 0, 1)
        """,
        new
        {
            id = entry.Stream.Key,
            rule = raised.Rule,
            enterprise = raised.Enterprise,
            outlet = raised.Outlet,
            station = raised.Station,
            factor = raised.Factor,
            division = raised.Division,
            lead = raised.Owner,
            limit = raised.Limit.ToString(),
            peak = raised.Measured.Peak.ToString(),
            started = ViewTime.Text(raised.Measured.StartedAt),
            last = ViewTime.Text(raised.Measured.LastAt),
            raised = ViewTime.Text(entry.RecordedAt),
            ended = raised.Measured.Ended,
        });

    private static void SetState(IViewWriter writer, string id, SignalState state) =>
        writer.Execute("UPDATE {signal_list} SET state = @state WHERE id = @id", new { id, state = state.ToString() });

    private static void Involve(IViewWriter writer, string id, string agency) =>
        writer.Execute("UPDATE {signal_list} SET involved = involved || ' ' || @agency WHERE id = @id", new { id, agency });
}

/// <summary>Queries over the list of signals.</summary>
public sealed class SignalQueries(IViewReader reader)
{
    /// <summary>The newest signals first, at most <paramref name="limit"/>; of one enterprise where one is named, of one state where one is named. A cut leaves off what is finished first.</summary>
    public IReadOnlyList<SignalRow> List(string? state = null, string? enterprise = null, int limit = 2000) => reader.Query<SignalRow>(
        """
        SELECT * FROM (
            SELECT * FROM signal_list WHERE (@state IS NULL OR state = @state) AND (@enterprise IS NULL OR enterprise = @enterprise)
            ORDER BY state = 'Open' DESC, state = 'Confirmed' DESC, raised_at DESC, id LIMIT @limit)
        ORDER BY raised_at DESC, id
        """,
        new { state, enterprise, limit });

    /// <summary>Every signal about one factor of one station, by start.</summary>
    public IReadOnlyList<SignalRow> OfObject(string station, string factor) =>
        reader.Query<SignalRow>("SELECT * FROM signal_list WHERE station = @station AND factor = @factor ORDER BY started_at", new { station, factor });

    /// <summary>How many signals there are, withdrawn, and how often one was stated anew: for the delivery accounting, without content.</summary>
    public SignalTotals Totals() => reader.Query<SignalTotals>(
        "SELECT count(*) AS raised, COALESCE(sum(state = 'Withdrawn'), 0) AS withdrawn, COALESCE(sum(amended), 0) AS merged FROM signal_list")[0];
}

/// <summary>Signals in numbers.</summary>
/// <param name="Merged">Findings that were about a signal that stood there already.</param>
public sealed record SignalTotals(long Raised, long Withdrawn, long Merged);
