using NodaTime;
using NodaTime.Extensions;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.People;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;

namespace Qingshan.Directory.Demo;

/// <summary>Loads the demo's agencies, posts and people into the record, once. Everything is invented and marked as demo.</summary>
public static class DemoSite
{
    private const string Key = "demo-site:directory:1";

    /// <summary>Appends the demo's directory as one decision, and gives each post an account whose random password is written to <paramref name="signIns"/>.</summary>
    /// <param name="siteFile">Path of <c>data/demo/site.json</c>.</param>
    /// <param name="signIns">File for the passwords, <c>DIR/demo-sign-ins</c>, readable for its owner alone: a line each with user, password, agency, title, name, separated by tabs.</param>
    /// <param name="fill">Fills with random bytes.</param>
    /// <returns>True when something was loaded, false when all was there.</returns>
    public static async Task<Outcome<bool>> SeedAsync(
        IRecord record, ISealer sealer, SqliteAccounts accounts, SiteDirectory directory, string siteFile, string signIns, TimeProvider time,
        Action<Span<byte>>? fill = null, CancellationToken cancel = default)
    {
        var file = await DemoFile.ReadAsync(siteFile, cancel);
        var loaded = await record.FindReceiptAsync(Key, Key, cancel) is null;
        if (loaded)
        {
            var now = time.GetUtcNow().ToInstant();
            var decision = new Decision(Key, Key, Actor.Rule("demo"), [.. Agencies(file, now), .. People(file, sealer, now)]);
            if (!(await record.AppendAsync(decision, cancel)).TryGet(out _, out var refusal))
                return refusal;
        }

        await directory.LoadAsync(cancel);
        return DemoSignIns.Write(accounts, directory, signIns, fill) || loaded;
    }

    private static IEnumerable<StreamChange> Agencies(DemoFile file, Instant now) =>
        from agency in file.Agencies
        let units = file.Units.Where(unit => unit.Agency == agency.Id).Select(unit => (EntryBody)new UnitEstablished(unit.Id, unit.NameZh, unit.NameEn))
        let posts = file.Posts.Where(post => post.Agency == agency.Id).Select(post => (EntryBody)new PostEstablished(post.Id, post.Kind, post.Unit, post.TitleZh, post.TitleEn))
        select Change(
            DirectoryState.AgencyStream, agency.Id, now,
            [new AgencyRegistered(agency.Kind, agency.NameZh, agency.NameEn, agency.Division, agency.Superior, agency.Demo), .. units, .. posts]);

    private static IEnumerable<StreamChange> People(DemoFile file, ISealer sealer, Instant now)
    {
        foreach (var person in file.People)
        {
            var certificates = person.Certificates.Select(c => new Certificate(c.Kind, sealer.Seal(person.Id, c.Number), c.ValidFrom, c.ValidTo)).ToList();
            var registered = new PersonRegistered(sealer.Seal(person.Id, person.NameZh), sealer.Seal(person.Id, person.NameEn), certificates, person.Demo);
            yield return Change(DirectoryState.PersonStream, person.Id, now, [registered, .. person.Posts.Select(post => new PersonAppointed(post))]);
        }
    }

    private static StreamChange Change(string kind, string id, Instant now, IEnumerable<EntryBody> bodies) =>
        new(new StreamId(kind, id), 0, [.. bodies.Select(body => new NewEntry(body, now))]);
}
