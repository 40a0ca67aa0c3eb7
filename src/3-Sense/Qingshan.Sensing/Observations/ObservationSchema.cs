namespace Qingshan.Sensing.Observations;

/// <summary>The tables of <c>observations.db</c>. All of them derive from the archive; a new version is filled from there again.</summary>
internal static class ObservationSchema
{
    /// <summary>Raise it whenever tables, decoder or rules change what is stored.</summary>
    public const int Version = 2;

    public const string Script = """
        CREATE TABLE checkpoint (listener TEXT PRIMARY KEY, segment INTEGER NOT NULL, offset INTEGER NOT NULL, records INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE object (
          id INTEGER PRIMARY KEY, mn TEXT NOT NULL, command INTEGER NOT NULL, factor TEXT NOT NULL, statistic INTEGER NOT NULL,
          UNIQUE (mn, command, factor, statistic));
        CREATE TABLE block (
          object INTEGER NOT NULL, span INTEGER NOT NULL, points INTEGER NOT NULL,
          first_source TEXT NOT NULL, last_source TEXT NOT NULL, data BLOB NOT NULL,
          PRIMARY KEY (object, span)) WITHOUT ROWID;
        CREATE TABLE quarantine (
          listener TEXT NOT NULL, segment INTEGER NOT NULL, offset INTEGER NOT NULL, decoded INTEGER NOT NULL, reason TEXT NOT NULL, mn TEXT NOT NULL,
          PRIMARY KEY (listener, segment, offset)) WITHOUT ROWID;
        CREATE INDEX quarantine_mn ON quarantine (mn, segment, offset);
        CREATE TABLE tally (
          listener TEXT NOT NULL, segment INTEGER NOT NULL, line TEXT NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL,
          PRIMARY KEY (listener, segment, line, reason)) WITHOUT ROWID;
        """;
}
