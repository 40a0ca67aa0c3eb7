using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Accounts;

/// <summary>Asks for a password: counts wrong ones, locks out, renews old hashes. One try at a time for one name, so that guesses sent at once are counted before the next is tried.</summary>
internal sealed class PasswordCheck(AccountDatabase database, Passwords passwords, Failures failures)
{
    public const int LongestPassword = 128;
    private const int ShortestPassword = 12;

    private readonly Lock[] tries = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];

    /// <summary>Null when the password may be chosen for this user.</summary>
    public static Refusal? Weak(string user, string password) =>
        password.Length is < ShortestPassword or > LongestPassword || password.Contains(user, StringComparison.OrdinalIgnoreCase)
            ? AccountReasons.WeakPassword.RefuseField("password")
            : null;

    /// <summary>Holds the turn of a user name while <paramref name="attempt"/> runs.</summary>
    public T InTurn<T>(string user, Func<T> attempt)
    {
        lock (tries[Math.Abs(user.GetHashCode(StringComparison.Ordinal) % tries.Length)])
            return attempt();
    }

    /// <summary>The account whose password this is. To be called in the user's turn.</summary>
    public Outcome<AccountRow> Ask(string user, string password, string address)
    {
        var attempt = Failures.PasswordTries(user, address);
        if (failures.LockOf(attempt) is { } locked)
            return locked;
        var account = database.FindAccount(user);
        var (fits, old) = passwords.Check(account?.Hash, password[..Math.Min(password.Length, LongestPassword)]);
        if (!fits)
        {
            failures.Count(attempt);
            return AccountReasons.WrongCredentials.Refuse();
        }

        if (old && account!.Demo == 0)
            database.SetHash(user, passwords.Hash(password));
        return account!;
    }

    /// <summary>Is this the password of the signed-in person? Asked again before what changes how the person signs in.</summary>
    public Refusal? AskAgain(string person, string password, string address)
    {
        var refusal = AccountReasons.WrongCredentials.Refuse();
        foreach (var account in database.AccountsOf(person))
        {
            if (InTurn(account.User, () => Ask(account.User, password, address)).Refusal is not { } refused)
                return null;
            refusal = refused;
        }

        return refusal.Reason == AccountReasons.WrongCredentials ? AccountReasons.WrongPassword.RefuseField("password") : refusal;
    }
}
