using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Extensions;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>Accounts, sessions and lockout in a SQLite file of their own.</summary>
/// <param name="fill">Fills with random bytes; the system's generator when left out.</param>
public sealed class SqliteAccounts(AccountOptions options, IDirectory directory, TimeProvider time, Action<Span<byte>>? fill = null) : IAccounts, IDisposable
{
    /// <summary>A session ends after this time without a request.</summary>
    public static readonly Duration IdleLimit = Duration.FromHours(12);

    /// <summary>A session ends after this time in any case.</summary>
    public static readonly Duration AgeLimit = Duration.FromDays(7);

    // A request within this time of the last noted one is not noted again: reading pages should not write.
    private static readonly Duration SeenStep = Duration.FromMinutes(1);

    private const int LongestPassword = 128;

    // Passwords of the demo are 80 random bits, which no guessing reaches: many rounds would only delay the first start.
    private const int DemoRounds = 1000;

    private readonly AccountDatabase database = new(options.Path);
    private readonly Passwords passwords = new(options.HashRounds);
    private readonly Passwords demoPasswords = new(Math.Min(DemoRounds, options.HashRounds));
    private readonly Lock[] attempts = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];
    private readonly Action<Span<byte>> fill = fill ?? (bytes => RandomNumberGenerator.Fill(bytes));

    /// <summary>True when somebody other than the demo has an account here.</summary>
    public bool HasRealAccounts => database.HoldsRealAccounts;

    /// <summary>The same of a file that nobody has opened yet; false when there is none.</summary>
    public static bool HoldsRealAccounts(string path)
    {
        if (!File.Exists(path))
            return false;
        using var database = new AccountDatabase(path);
        return database.HoldsRealAccounts;
    }

    /// <summary>The users of the demo, in order.</summary>
    internal IReadOnlyList<string> DemoUsers => [.. database.Accounts().Where(row => row.Demo == 1).Select(row => row.User)];

    private Instant Now => time.GetUtcNow().ToInstant();

    public Task<Outcome<Session>> SignInAsync(string user, string password, string address, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(SignIn(user.Trim(), password, address));
    }

    public Outcome<Session> SignInDemo(string person, string post)
    {
        if (!options.Demo)
            return AccountReasons.NotADemo.Refuse();
        return Holds(person, post) ? Begin(person, post) : AccountReasons.NotYourPost.Refuse();
    }

    public Session? FindSession(string token, bool touch = true)
    {
        var hash = Hash(token);
        if (Live(hash) is not { } row)
            return null;
        var now = Now;
        if (touch && now - Instant.FromUnixTimeMilliseconds(row.SeenAt) >= SeenStep)
            database.SeeSession(hash, now);
        return ToSession(token, row);
    }

    /// <summary>Makes another post active; the purpose was chosen for the earlier one and is cleared.</summary>
    public Outcome<Session> SwitchPost(string token, string post)
    {
        var hash = Hash(token);
        if (Live(hash) is not { } row)
            return AccessReasons.SignInNeeded.Refuse();
        if (!Holds(row.Person, post))
            return AccountReasons.NotYourPost.Refuse();
        database.SetPost(hash, post);
        return ToSession(token, row with { Post = post, Purpose = "" });
    }

    public Outcome<Session> ChoosePurpose(string token, string purpose)
    {
        var hash = Hash(token);
        if (Live(hash) is not { } row)
            return AccessReasons.SignInNeeded.Refuse();
        if (purpose.Length > 0 && Purposes.All.All(known => known.Code != purpose))
            return AccountReasons.UnknownPurpose.RefuseField("purpose");
        database.SetPurpose(hash, purpose);
        return ToSession(token, row with { Purpose = purpose });
    }

    public void End(string token) => database.EndSession(Hash(token));

    /// <summary>Makes an account for a person; its sessions begin in the person's first post.</summary>
    public Outcome<string> CreateAccount(string user, string person, string password)
    {
        if (user.Length is < 2 or > 64 || !user.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_'))
            return AccountReasons.BadUser.RefuseField("user");
        if (password.Length is < 12 or > LongestPassword || password.Contains(user, StringComparison.OrdinalIgnoreCase))
            return AccountReasons.WeakPassword.RefuseField("password");
        return database.AddAccount(new AccountRow(user, person, "", passwords.Hash(password), 0), Now)
            ? user
            : AccountReasons.UserTaken.RefuseField("user", ("user", user));
    }

    /// <summary>Ends what is over: sessions past their limits and failures that no longer count.</summary>
    public void Purge()
    {
        var now = Now;
        database.Purge(now - AgeLimit, now - IdleLimit, now - Lockout.Pair.Memory, now);
    }

    public void Dispose() => database.Dispose();

    /// <summary>Replaces the demo's accounts: one for each post, named after it.</summary>
    internal void ReplaceDemo(IReadOnlyList<(string Post, string Person, string Password)> accounts) => database.ReplaceDemo(
        [.. accounts.Select(a => new AccountRow(a.Post, a.Person, a.Post, demoPasswords.Hash(a.Password), 1))], Now);

    private Outcome<Session> SignIn(string user, string password, string address)
    {
        var (name, source) = ($"user:{Short(user)}", $"address:{Short(address)}");
        var pair = $"{name}@{Short(address)}";
        // One attempt at a time for one name, so that guesses sent at once are counted before the next is tried.
        lock (attempts[Math.Abs(name.GetHashCode(StringComparison.Ordinal) % attempts.Length)])
        {
            if ((LockOf(pair) ?? LockOf(name) ?? LockOf(source)) is { } locked)
                return locked;
            if (Check(user, password) is { } account)
            {
                database.ForgetFailure(pair);
                Purge();
                return FirstPost(account) is { } post ? Begin(account.Person, post) : AccountReasons.NoPost.Refuse();
            }

            Fail(pair, Lockout.Pair);
            Fail(name, Lockout.User);
            Fail(source, Lockout.Address);
            return AccountReasons.WrongCredentials.Refuse();
        }
    }

    private AccountRow? Check(string user, string password)
    {
        var account = database.FindAccount(user);
        var (fits, old) = passwords.Check(account?.Hash, password[..Math.Min(password.Length, LongestPassword)]);
        if (fits && old && account!.Demo == 0)
            database.SetHash(user, passwords.Hash(password));
        return fits ? account : null;
    }

    private Refusal? LockOf(string who)
    {
        var now = Now;
        return database.LockedUntil(who) is { } until && until > now ? AccountReasons.Locked.Refuse(("minutes", Lockout.MinutesLeft(until, now))) : null;
    }

    private void Fail(string who, Lockout lockout)
    {
        var now = Now;
        var locked = lockout.Of(database.CountFailure(who, now, now - lockout.Memory));
        if (locked > Duration.Zero)
            database.LockOut(who, now + locked);
    }

    private Session Begin(string person, string post)
    {
        Span<byte> random = stackalloc byte[32];
        fill(random);
        var token = Convert.ToHexStringLower(random);
        var now = Now.ToUnixTimeMilliseconds();
        var row = new SessionRow(person, post, "", now, now);
        database.AddSession(Hash(token), row);
        return ToSession(token, row);
    }

    // A session whose person has left the post is over.
    private SessionRow? Live(string hash)
    {
        var now = Now;
        return database.FindSession(hash) is { } row
            && now < Instant.FromUnixTimeMilliseconds(row.SeenAt) + IdleLimit
            && now < Instant.FromUnixTimeMilliseconds(row.StartedAt) + AgeLimit
            && Holds(row.Person, row.Post)
                ? row
                : null;
    }

    private string? FirstPost(AccountRow account)
    {
        var posts = directory.FindPerson(account.Person)?.Posts ?? [];
        return posts switch
        {
            [] => null,
            _ when posts.Contains(account.Post) => account.Post,
            [var first, ..] => first,
        };
    }

    private bool Holds(string person, string post) => directory.FindPerson(person)?.Posts.Contains(post) ?? false;

    private static Session ToSession(string token, SessionRow row) => new(token, row.Person, row.Post, row.Purpose, Instant.FromUnixTimeMilliseconds(row.StartedAt));

    private static string Short(string text) => text.Length <= 64 ? text : Hash(text);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
