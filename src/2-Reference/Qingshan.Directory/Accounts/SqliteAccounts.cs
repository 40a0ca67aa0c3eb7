using System.Security.Cryptography;
using NodaTime;
using NodaTime.Extensions;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Reasons;
using Qingshan.Record.Sealing;

namespace Qingshan.Directory.Accounts;

/// <summary>Accounts, sessions and lockout in a SQLite file of their own.</summary>
public sealed class SqliteAccounts : IAccounts, IDisposable
{
    /// <summary>A session ends after this time without a request.</summary>
    public static readonly Duration IdleLimit = Duration.FromHours(12);

    /// <summary>A session ends after this time in any case.</summary>
    public static readonly Duration AgeLimit = Duration.FromDays(7);

    // Passwords of the demo are 80 random bits, which no guessing reaches: many rounds would only delay the first start.
    private const int DemoRounds = 1000;

    private readonly AccountOptions options;
    private readonly TimeProvider time;
    private readonly Passwords passwords;
    private readonly Passwords demoPasswords;
    private readonly PasswordCheck check;
    private readonly SessionTable table;
    private readonly Sessions sessions;
    private readonly SecondFactors factors;
    private readonly OneTimeCodes codes;
    private readonly RecoveryTable recoveries;

    /// <param name="sealer">Seals the secrets of authenticator apps.</param>
    /// <param name="fill">Fills with random bytes; the system's generator when left out.</param>
    public SqliteAccounts(AccountOptions options, IDirectory directory, ISealer sealer, TimeProvider time, Action<Span<byte>>? fill = null)
    {
        (this.options, this.time, Fill) = (options, time, fill ?? (bytes => RandomNumberGenerator.Fill(bytes)));
        Database = new AccountDatabase(options.Path);
        passwords = new Passwords(options.HashRounds);
        demoPasswords = new Passwords(Math.Min(DemoRounds, options.HashRounds));
        Failures = new Failures(Database, time);
        check = new PasswordCheck(Database, passwords, Failures);
        table = new SessionTable(Database);
        sessions = new Sessions(table, directory, time, Fill);
        factors = new SecondFactors(Database, check, Failures, sessions, sealer, time, Fill);
        codes = new OneTimeCodes(Database, time);
        recoveries = new RecoveryTable(Database);
    }

    /// <summary>True when somebody other than the demo has an account here.</summary>
    public bool HasRealAccounts => Database.HoldsRealAccounts;

    /// <summary>True when the demo's accounts are here.</summary>
    public bool IsDemo => DemoUsers.Count > 0;

    /// <summary>The second factors of the same accounts.</summary>
    public ISecondFactors SecondFactors => factors;

    /// <summary>The same of a file that nobody has opened yet; false when there is none.</summary>
    public static bool HoldsRealAccounts(string path)
    {
        if (!File.Exists(path))
            return false;
        using var database = new AccountDatabase(path);
        return database.HoldsRealAccounts;
    }

    internal AccountDatabase Database { get; }

    internal Failures Failures { get; }

    internal Action<Span<byte>> Fill { get; }

    /// <summary>The users of the demo, in order.</summary>
    internal IReadOnlyList<string> DemoUsers => [.. Database.Accounts().Where(row => row.Demo == 1).Select(row => row.User)];

    private Instant Now => time.GetUtcNow().ToInstant();

    public Task<Outcome<Session>> SignInAsync(Credentials credentials, Visitor from, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var user = credentials.User.Trim();
        return Task.FromResult(check.InTurn(user, () => SignIn(credentials with { User = user }, from)));
    }

    public Task<Outcome<Session>> SignInByCodeAsync(string user, string code, string password, Visitor from, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var name = user.Trim();
        return Task.FromResult(check.InTurn(name, () => SignInByCode(name, code, password, from)));
    }

    public Outcome<Session> SignInDemo(string person, string post, Visitor? from = null)
    {
        if (!options.Demo)
            return AccountReasons.NotADemo.Refuse();
        return sessions.Holds(person, post) ? sessions.Begin(person, post, from ?? new Visitor("")) : AccountReasons.NotYourPost.Refuse();
    }

    public Session? FindSession(string token, bool touch = true) => sessions.Find(token, touch);

    /// <summary>Makes another post active; the purpose was chosen for the earlier one and is cleared.</summary>
    public Outcome<Session> SwitchPost(string token, string post)
    {
        if (sessions.Live(token) is not { } row)
            return AccessReasons.SignInNeeded.Refuse();
        if (!sessions.Holds(row.Person, post))
            return AccountReasons.NotYourPost.Refuse();
        table.SetPost(row.Hash, post);
        return Sessions.ToSession(token, row with { Post = post, Purpose = "" });
    }

    public Outcome<Session> ChoosePurpose(string token, string purpose)
    {
        if (sessions.Live(token) is not { } row)
            return AccessReasons.SignInNeeded.Refuse();
        if (purpose.Length > 0 && Purposes.All.All(known => known.Code != purpose))
            return AccountReasons.UnknownPurpose.RefuseField("purpose");
        table.SetPurpose(row.Hash, purpose);
        return Sessions.ToSession(token, row with { Purpose = purpose });
    }

    public void End(string token) => table.End(Hashes.Of(token));

    public IReadOnlyList<SessionCard> SessionsOf(string person) => sessions.Of(person);

    public bool EndSession(string person, string id) => table.EndById(person, id) > 0;

    public int EndSessions(string person, string exceptToken = "") => table.EndAllBut(person, Hashes.Of(exceptToken));

    public RecoveryNotice? NoticeOf(string person) => recoveries.UnseenOf(person) is { } row
        ? new(row.AskedBy, Instant.FromUnixTimeMilliseconds(row.AskedAt), row.GrantedBy, Instant.FromUnixTimeMilliseconds(row.GrantedAt))
        : null;

    public void SeeNotice(string person) => recoveries.See(person, Now);

    /// <summary>Makes an account for a person; its sessions begin in the person's first post.</summary>
    public Outcome<string> CreateAccount(string user, string person, string password) =>
        (BadUser(user) ?? PasswordCheck.Weak(user, password)) is { } refused ? refused : Add(new AccountRow(user, person, "", passwords.Hash(password), 0));

    /// <summary>Why no account of this name can be made; null when one can.</summary>
    public Refusal? WhyNot(string user) => BadUser(user) ?? (Database.FindAccount(user) is null ? null : AccountReasons.UserTaken.RefuseField("user", ("user", user)));

    /// <summary>Makes an account without a password; gives the one-time code by which its person signs in and chooses one, within 24 hours.</summary>
    public Outcome<string> InviteAccount(string user, string person)
    {
        if (BadUser(user) is { } refused)
            return refused;
        if (Add(new AccountRow(user, person, "", Passwords.NotChosen, 0)).Refusal is { } taken)
            return taken;
        return NewCode(person);
    }

    /// <summary>A new one-time code for an account that there is, given by whoever runs the server machine: password and second factors go, sessions end.</summary>
    public Outcome<string> ResetAccount(string user)
    {
        if (Database.FindAccount(user) is not { } account)
            return AccountReasons.UnknownUser.RefuseField("user", ("user", user));
        Recoveries.Clear(Database, account.Person);
        Failures.ForgetUser(user);
        return NewCode(account.Person);
    }

    /// <summary>Ends what is over: sessions past their limits and failures that no longer count.</summary>
    public void Purge()
    {
        sessions.Purge();
        Failures.Purge();
        new FactorTable(Database).Purge(Now);
    }

    public void Dispose() => Database.Dispose();

    /// <summary>Replaces the demo's accounts: one for each post, named after it.</summary>
    internal void ReplaceDemo(IReadOnlyList<(string Post, string Person, string Password)> accounts) => Database.ReplaceDemo(
        [.. accounts.Select(a => new AccountRow(a.Post, a.Person, a.Post, demoPasswords.Hash(a.Password), 1))], Now);

    private Outcome<Session> SignIn(Credentials credentials, Visitor from)
    {
        if (!check.Ask(credentials.User, credentials.Password, from.Address).TryGet(out var account, out var refused))
            return refused;
        if (factors.Ask(account.User, account.Person, credentials.Totp) is { } second)
            return second;
        return Begin(account, from);
    }

    private Outcome<Session> SignInByCode(string user, string code, string password, Visitor from)
    {
        var attempt = Failures.PasswordTries(user, from.Address);
        if (Failures.LockOf(attempt) is { } locked)
            return locked;
        if (Database.FindAccount(user) is not { } account || !codes.Fits(account.Person, code))
        {
            Failures.Count(attempt);
            return AccountReasons.WrongOneTimeCode.RefuseField("code");
        }

        if (PasswordCheck.Weak(user, password) is { } weak)
            return weak;
        codes.Use(account.Person, code);
        Database.SetHash(user, passwords.Hash(password));
        return Begin(account, from);
    }

    private Outcome<Session> Begin(AccountRow account, Visitor from)
    {
        Failures.Forget(Failures.PasswordTries(account.User, from.Address)[0].Who);
        Purge();
        return sessions.BeginAnew(account.Post, account.Person, from);
    }

    private static Refusal? BadUser(string user) =>
        user.Length is < 2 or > 64 || !user.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_')
            ? AccountReasons.BadUser.RefuseField("user")
            : null;

    private Outcome<string> Add(AccountRow account) =>
        Database.AddAccount(account, Now) ? account.User : AccountReasons.UserTaken.RefuseField("user", ("user", account.User));

    private string NewCode(string person)
    {
        var code = OneTimeCode.New(OneTimeCode.Whole, Fill);
        Database.RunAll(codes.Keeping(person, OneTimeCodes.HashOf(code)));
        return OneTimeCode.Show(code);
    }
}
