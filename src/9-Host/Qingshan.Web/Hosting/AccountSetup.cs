using NodaTime.Extensions;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.People;
using Qingshan.Geography.Divisions;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;

namespace Qingshan.Web.Hosting;

/// <summary>Accounts made on the server machine, while no server runs on the folder: how a site without the demo gets its first administrators.</summary>
public static class AccountSetup
{
    /// <summary>The post that is set up when nobody has set up any; every other must be there.</summary>
    public const string FirstPost = "site-administrator";

    private const string FirstAgency = "site";

    /// <summary>Registers the person, appoints to the post and makes the account; gives the one-time code by which the person signs in and chooses a password.</summary>
    public static async Task<Outcome<string>> CreateAsync(string data, NewAccount account, TimeProvider time, CancellationToken cancel = default)
    {
        if (SiteRecord.IsInUse(data))
            return ServeReasons.InUse.Refuse(("data", data));
        await using var record = SiteRecord.Open(data, demo: false, time, _ => { });
        using var sealer = Sealer.Open(data);
        using var directory = await SiteDirectory.OpenAsync(record, sealer, cancel);
        using var accounts = new SqliteAccounts(new AccountOptions(SiteRecord.AccountsPath(data)), directory, sealer, time);
        if (accounts.IsDemo)
            return ServeReasons.DemoFolder.Refuse(("data", data));
        if (accounts.WhyNot(account.User) is { } refused)
            return refused;
        if (!Changes(account, directory, sealer, new Ids(time), time).TryGet(out var changes, out var unfit))
            return unfit;
        var key = $"account-create:{account.User}";
        var decision = new Decision(key, $"{key} {account.Post}", Actor.Rule("operator"), changes, changes[^1].Stream.Key);
        // Repeated after a crash, the person of the first try counts.
        return (await record.AppendAsync(decision, cancel)).TryGet(out var receipt, out var denied) ? accounts.InviteAccount(account.User, receipt.Result) : denied;
    }

    /// <summary>Takes password, second factors and sessions away and gives a new one-time code, where no two administrators are left to recover the account.</summary>
    public static async Task<Outcome<string>> ResetAsync(string data, string user, TimeProvider time, CancellationToken cancel = default)
    {
        if (SiteRecord.IsInUse(data))
            return ServeReasons.InUse.Refuse(("data", data));
        await using var record = SiteRecord.Open(data, demo: false, time, _ => { });
        using var sealer = Sealer.Open(data);
        using var directory = await SiteDirectory.OpenAsync(record, sealer, cancel);
        using var accounts = new SqliteAccounts(new AccountOptions(SiteRecord.AccountsPath(data)), directory, sealer, time);
        return accounts.ResetAccount(user);
    }

    private static Outcome<List<StreamChange>> Changes(NewAccount account, SiteDirectory directory, Sealer sealer, Ids ids, TimeProvider time)
    {
        var now = time.GetUtcNow().ToInstant();
        var changes = new List<StreamChange>();
        if (directory.FindPost(account.Post) is null)
        {
            if (account.Post != FirstPost || directory.FindAgency(FirstAgency) is not null)
                return AccountReasons.UnknownPost.RefuseField("post", ("post", account.Post));
            if (DivisionTable.Find(account.Division) is null)
                return AccountReasons.UnknownDivision.RefuseField("division", ("division", account.Division));
            changes.Add(Begin("agency", FirstAgency, now,
                new AgencyRegistered(AgencyKind.Administration, "站点管理", "Site administration", account.Division, "", Demo: false),
                new PostEstablished(FirstPost, PostKind.SiteAdministrator, "", "站点管理员", "Site administrator")));
        }

        var person = $"p-{ids.New()}";
        var (zh, en) = (sealer.Seal(person, account.NameZh), sealer.Seal(person, account.NameEn.Length == 0 ? account.NameZh : account.NameEn));
        changes.Add(Begin("person", person, now, new PersonRegistered(zh, en, [], Demo: false), new PersonAppointed(account.Post)));
        return changes;
    }

    private static StreamChange Begin(string kind, string id, NodaTime.Instant now, params EntryBody[] bodies) =>
        new(new StreamId(kind, id), 0, [.. bodies.Select(body => new NewEntry(body, now))]);
}

/// <summary>A person with an account, as the operator names them.</summary>
/// <param name="NameEn">Empty: as the Chinese name.</param>
/// <param name="Post">Id of a post that there is, or <see cref="AccountSetup.FirstPost"/> on a site without any.</param>
/// <param name="Division">GB/T 2260 code of the site; needed when the first post is set up.</param>
public sealed record NewAccount(string User, string NameZh, string NameEn, string Post, string Division);
