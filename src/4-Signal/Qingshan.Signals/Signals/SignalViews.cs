using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;

namespace Qingshan.Signals.Signals;

/// <summary>One row of the list of signals.</summary>
/// <param name="Kind"><c>exceedance</c> or <c>zone</c>.</param>
/// <param name="Station">MN of the station, or MMSI of the vessel.</param>
/// <param name="Vessel">Vessel of the registry; empty where there is none.</param>
/// <param name="Named">Name of the vessel, as far as it is known.</param>
/// <param name="Zone">Zone in which it happened; empty for an exceedance.</param>
/// <param name="PeakText">Highest reading, or highest working speed.</param>
/// <param name="Minutes">Whole minutes at work in the zone; 0 for an exceedance.</param>
/// <param name="Amended">How often the event was stated anew after the first time.</param>
public sealed record SignalRow(
    string Id, string Kind, string State, string Rule, string Enterprise, string Outlet, string Station, string Factor, string Vessel, string Named, string Zone, string Division, string Lead, string Involved,
    string LimitText, string PeakText, int Minutes, string StartedAt, string LastAt, string RaisedAt, bool Ended, int Amended, long Version)
{
    public Subject Subject => new(new StreamId(Signal.Kind, Id), "open", Lead, Division) { Joint = Involved.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
}

/// <summary>What a signal is about; the words of the list's <c>kind</c>.</summary>
public static class SignalKind
{
    /// <summary>Readings above a permitted limit.</summary>
    public const string Exceedance = "exceedance";

    /// <summary>A vessel at work in a zone that forbids fishing.</summary>
    public const string Zone = "zone";
}

/// <summary>The list of signals: a row a signal. Queries give rows; whoever shows them asks access for each.</summary>
public sealed class SignalViews : IView
{
    public string Name => "signal_list";

    public int Version => 3;

    public IReadOnlyList<string> Tables => ["signal_list"];

    public string Schema => """
        CREATE TABLE {signal_list} (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, rule TEXT NOT NULL, enterprise TEXT NOT NULL, outlet TEXT NOT NULL, station TEXT NOT NULL,
            factor TEXT NOT NULL, vessel TEXT NOT NULL, named TEXT NOT NULL, zone TEXT NOT NULL, division TEXT NOT NULL, lead TEXT NOT NULL, involved TEXT NOT NULL, limit_text TEXT NOT NULL, peak_text TEXT NOT NULL, minutes INTEGER NOT NULL,
            started_at TEXT NOT NULL, last_at TEXT NOT NULL, raised_at TEXT NOT NULL, ended INTEGER NOT NULL, amended INTEGER NOT NULL, version INTEGER NOT NULL);
        CREATE INDEX {signal_list}_raised ON {signal_list} (raised_at DESC);
        CREATE INDEX {signal_list}_object ON {signal_list} (station, factor, zone, started_at);
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
            case ZoneSignalRaised raised:
                Insert(entry, raised, writer);
                break;
            case SignalAmended { Measured: var m }:
                Amend(writer, id, m.Peak, 0, m.StartedAt, m.LastAt, m.Ended);
                break;
            case ZoneSignalAmended { Passage: var p }:
                Amend(writer, id, p.Fastest, p.Minutes, p.StartedAt, p.LastAt, p.Ended);
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

    private const string InsertSql =
        """
        INSERT INTO {signal_list} (id, kind, state, rule, enterprise, outlet, station, factor, vessel, named, zone, division, lead, involved, limit_text, peak_text, minutes,
            started_at, last_at, raised_at, ended, amended, version)
        VALUES (@id, @kind, 'Open', @rule, @enterprise, @outlet, @station, @factor, @vessel, @named, @zone, @division, @lead, '', @limit, @peak, @minutes,
            @started, @last, @raised, @ended, 0, 1)
        """;

    private static void Insert(Entry entry, SignalRaised raised, IViewWriter writer) => writer.Execute(InsertSql, new
    {
        id = entry.Stream.Key,
        kind = SignalKind.Exceedance,
        rule = raised.Rule,
        enterprise = raised.Enterprise,
        outlet = raised.Outlet,
        station = raised.Station,
        factor = raised.Factor,
        vessel = "",
        named = "",
        zone = "",
        division = raised.Division,
        lead = raised.Owner,
        limit = raised.Limit.ToString(),
        peak = raised.Measured.Peak.ToString(),
        minutes = 0,
        started = ViewTime.Text(raised.Measured.StartedAt),
        last = ViewTime.Text(raised.Measured.LastAt),
        raised = ViewTime.Text(entry.RecordedAt),
        ended = raised.Measured.Ended,
    });

    private static void Insert(Entry entry, ZoneSignalRaised raised, IViewWriter writer) => writer.Execute(InsertSql, new
    {
        id = entry.Stream.Key,
        kind = SignalKind.Zone,
        rule = raised.Rule,
        enterprise = "",
        outlet = "",
        station = raised.Mmsi,
        factor = "",
        vessel = raised.Vessel,
        named = raised.VesselName,
        zone = raised.Zone,
        division = raised.Division,
        lead = raised.Owner,
        limit = "",
        peak = raised.Passage.Fastest.ToString(),
        minutes = raised.Passage.Minutes,
        started = ViewTime.Text(raised.Passage.StartedAt),
        last = ViewTime.Text(raised.Passage.LastAt),
        raised = ViewTime.Text(entry.RecordedAt),
        ended = raised.Passage.Ended,
    });

    private static void Amend(IViewWriter writer, string id, Quantity peak, int minutes, Instant started, Instant last, bool ended) => writer.Execute(
        "UPDATE {signal_list} SET peak_text = @peak, minutes = @minutes, last_at = @last, ended = @ended, started_at = @started, amended = amended + 1, "
        + "state = CASE state WHEN 'Withdrawn' THEN 'Open' ELSE state END WHERE id = @id",
        new { id, peak = peak.ToString(), minutes, last = ViewTime.Text(last), ended, started = ViewTime.Text(started) });

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

    /// <summary>Every signal about one vessel in one zone, by start.</summary>
    public IReadOnlyList<SignalRow> OfPassages(string mmsi, string zone) =>
        reader.Query<SignalRow>("SELECT * FROM signal_list WHERE station = @mmsi AND factor = '' AND zone = @zone ORDER BY started_at", new { mmsi, zone });

    /// <summary>Every signal about one vessel, the newest first.</summary>
    public IReadOnlyList<SignalRow> OfVessel(string mmsi) =>
        reader.Query<SignalRow>("SELECT * FROM signal_list WHERE station = @mmsi AND kind = 'zone' ORDER BY started_at DESC", new { mmsi });

    /// <summary>How many signals there are, withdrawn, and how often one was stated anew: for the delivery accounting, without content.</summary>
    public SignalTotals Totals() => reader.Query<SignalTotals>(
        "SELECT count(*) AS raised, COALESCE(sum(state = 'Withdrawn'), 0) AS withdrawn, COALESCE(sum(amended), 0) AS merged FROM signal_list")[0];
}

/// <summary>Signals in numbers.</summary>
/// <param name="Merged">Findings that were about a signal that stood there already.</param>
public sealed record SignalTotals(long Raised, long Withdrawn, long Merged);
