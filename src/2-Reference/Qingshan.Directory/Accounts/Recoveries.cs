using NodaTime;
using NodaTime.Extensions;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.People;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>Recovery of accounts: the entry first, then what it does to the account, so that nothing is opened that is not recorded.</summary>
internal sealed class Recoveries(SqliteAccounts accounts, IRecord record, IDirectory directory, TimeProvider time) : IRecoveries, IDisposable
{
    private const int LongestWhy = 400;
    private const int Attempts = 3;

    private readonly RecoveryTable table = new(accounts.Database);
    private readonly OneTimeCodes codes = new(accounts.Database, time);

    // One act at a time: two administrators who press at once must not both give out a second half.
    private readonly SemaphoreSlim turn = new(1);

    public IReadOnlyList<AccountCard> Accounts =>
        [.. from account in accounts.Database.Accounts()
            group account by account.Person into own
            orderby own.Key
            select new AccountCard(
                own.Key, [.. own.Select(row => row.User)], own.All(row => row.Hash == Passwords.NotChosen), accounts.SecondFactors.StateOf(own.Key), accounts.SessionsOf(own.Key).Count)];

    public IReadOnlyList<WaitingRecovery> Waiting =>
        [.. table.Waiting(Now - OneTimeCodes.Validity).Select(row => new WaitingRecovery(row.Id, row.Person, row.AskedBy, Instant.FromUnixTimeMilliseconds(row.AskedAt)))];

    private Instant Now => time.GetUtcNow().ToInstant();

    public Task<Outcome<HalfCode>> AskAsync(Acting who, string person, string why, CancellationToken cancel = default) =>
        InTurnAsync(() => AskNowAsync(who, person, why.Trim(), cancel), cancel);

    public Task<Outcome<HalfCode>> GrantAsync(Acting who, string id, CancellationToken cancel = default) => InTurnAsync(() => GrantNowAsync(who, id, cancel), cancel);

    public void Dispose() => turn.Dispose();

    private async Task<Outcome<HalfCode>> InTurnAsync(Func<Task<Outcome<HalfCode>>> act, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await act();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Outcome<HalfCode>> AskNowAsync(Acting who, string person, string why, CancellationToken cancel)
    {
        if (accounts.Database.AccountsOf(person).Count == 0 || directory.FindPerson(person) is null)
            return AccountReasons.UnknownPerson.Refuse();
        if (person == who.Person)
            return AccountReasons.RecoveryOwn.Refuse();
        if (why.Length is 0 or > LongestWhy)
            return AccountReasons.RecoveryWhy.RefuseField("why", ("most", LongestWhy));
        if (Waiting.Any(waiting => waiting.Person == person))
            return AccountReasons.RecoveryThere.Refuse();
        var (id, half) = (OneTimeCode.New(OneTimeCode.Whole, accounts.Fill), OneTimeCode.New(OneTimeCode.Half, accounts.Fill));
        if (await RecordAsync(who, person, $"recovery-asked:{id}", new PersonRecoveryAsked(id, why), cancel) is { } refused)
            return refused;
        table.Ask(new RecoveryRow(id, person, who.Person, Now.ToUnixTimeMilliseconds(), OneTimeCodes.HashOfHalf(half), "", 0));
        return new HalfCode(person, OneTimeCode.Show(half), First: true);
    }

    private async Task<Outcome<HalfCode>> GrantNowAsync(Acting who, string id, CancellationToken cancel)
    {
        if (table.Find(id) is not { GrantedAt: 0 } row || Instant.FromUnixTimeMilliseconds(row.AskedAt) + OneTimeCodes.Validity <= Now)
            return AccountReasons.RecoveryGone.Refuse();
        if (row.AskedBy == who.Person)
            return AccountReasons.RecoverySame.Refuse();
        if (row.Person == who.Person)
            return AccountReasons.RecoveryOwn.Refuse();
        if (await RecordAsync(who, row.Person, $"recovery-granted:{id}:{who.Person}", new PersonRecoveryGranted(id), cancel) is { } refused)
            return refused;
        var half = OneTimeCode.New(OneTimeCode.Half, accounts.Fill);
        Clear(
            accounts.Database, row.Person,
            RecoveryTable.Granting(id, who.Person, Now), codes.Keeping(row.Person, OneTimeCodes.HashOfHalves(row.FirstHalf, half)));
        foreach (var account in accounts.Database.AccountsOf(row.Person))
            accounts.Failures.ForgetUser(account.User);
        return new HalfCode(row.Person, OneTimeCode.Show(half), First: false);
    }

    /// <summary>Takes away everything by which a person signs in, together with what else belongs to it, or not at all.</summary>
    public static void Clear(AccountDatabase database, string person, params (string Sql, object Parameters)[] also) => database.RunAll(
    [
        ("UPDATE account SET password_hash = '' WHERE person = @person", new { person }), ("DELETE FROM totp WHERE person = @person", new { person }),
        ("DELETE FROM backup_code WHERE person = @person", new { person }), ("DELETE FROM passkey WHERE person = @person", new { person }),
        ("DELETE FROM one_time_code WHERE person = @person", new { person }), ("DELETE FROM session WHERE person = @person", new { person }), .. also,
    ]);

    // Decided again when somebody else wrote to the person's stream in between: the rules do not depend on it.
    private async Task<Refusal?> RecordAsync(Acting who, string person, string key, EntryBody body, CancellationToken cancel)
    {
        var stream = new StreamId(DirectoryState.PersonStream, person);
        for (var attempt = 1; ; attempt++)
        {
            var version = (await record.ReadAsync(stream, cancel: cancel)).Version;
            var outcome = await record.AppendAsync(new Decision(key, key, who.ToActor(), [new StreamChange(stream, version, [new NewEntry(body, Now)])], person), cancel);
            if (outcome.Refusal?.Reason != RecordReasons.Stale || attempt == Attempts)
                return outcome.Refusal;
        }
    }
}
