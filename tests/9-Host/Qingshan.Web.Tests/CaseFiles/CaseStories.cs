using NodaTime;
using Qingshan.Cases.Cases;
using Qingshan.Record.Entries;

namespace Qingshan.Web.Tests.CaseFiles;

/// <summary>Entries of a case, each with its event and recording time in hours after Monday 2026-03-02 09:00 in China.</summary>
internal static class CaseStories
{
    public static readonly StreamId Case = new("case", "c1");
    public static readonly StreamId Signal = new("signal", "s1");
    public static readonly StreamId Task = new("task", "t1");
    public static readonly StreamId Sample = new("sample", "p1");
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 1, 0);

    public static readonly CaseOpened Opened = new("示范1号", "env-dh", "330902", Signal, "e1", "DW001", new("案由", "cause"), new(2026, 3, 1), new(2026, 3, 1), ["p1", "p2"]);

    public static EvidenceAdded Item(string title, StreamId? source, string sha256 = "") => new(title, "site_photo", title, sha256, sha256.Length > 0 ? "image/png" : "", 1, "证明", Start, "p1", "", source);

    public static StreamHistory History(params (EntryBody Body, double Occurred, double Recorded, string By)[] entries) =>
        new(Case, [.. entries.Select((e, i) => new Entry(i, Case, i + 1, At(e.Occurred), At(e.Recorded), new Actor(e.By, "post", "env-dh", ""), e.Body, ""))]);

    public static Instant At(double hours) => Start + Duration.FromHours(hours);
}
