using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Reasons;
using Qingshan.TestKit;

namespace Qingshan.Directory.Tests.Accounts;

/// <summary>Accounts in a folder of their own, with a cheap hash, a still clock and counted randomness.</summary>
internal sealed class AccountsScene : IDisposable
{
    public const string Password = "a long enough secret";
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("accounts-").FullName;
    private byte random;

    public AccountsScene(bool demo = false)
    {
        Options = new AccountOptions(Path.Combine(folder, "accounts.db"), demo) { HashRounds = 1 };
        Accounts = Open();
    }

    public FakeTime Time { get; } = new();

    public PostsDirectory Directory { get; } = new();

    public AccountOptions Options { get; }

    public SqliteAccounts Accounts { get; private set; }

    public string Folder => folder;

    public void Restart()
    {
        Accounts.Dispose();
        Accounts = Open();
    }

    public static Visitor Desk { get; } = new("10.0.0.1", "Firefox · Linux");

    public InMemorySealer Sealer { get; } = new();

    public ISecondFactors Factors => Accounts.SecondFactors;

    public Task<Outcome<Session>> SignIn(string user, string password = Password, string address = "10.0.0.1", string totp = "") =>
        Accounts.SignInAsync(new Credentials(user, password, totp), Desk with { Address = address });

    public async Task<Session> SignedIn()
    {
        Accounts.CreateAccount("lin", "lin", Password).Require();
        return (await SignIn("lin")).Require();
    }

    public void Dispose()
    {
        Accounts.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private SqliteAccounts Open() => new(Options, Directory, Sealer, Time, bytes => bytes.Fill(++random));
}

/// <summary>One person with posts that a test may change, and two administrators.</summary>
internal sealed class PostsDirectory : IDirectory
{
    public List<string> PostsOfLin { get; } = ["inspector-1", "liaison-1"];

    public IReadOnlyList<Agency> Agencies => [];

    public IReadOnlyList<Post> Posts => [];

    public IReadOnlyList<PersonCard> People => [FindPerson("lin")!];

    public Agency? FindAgency(string id) => null;

    public Post? FindPost(string id) => null;

    public PersonCard? FindPerson(string id) => id switch
    {
        "lin" => new PersonCard("lin", "林", "Lin", [.. PostsOfLin], []),
        "ye" or "he" => new PersonCard(id, id, id, [$"administrator-{id}"], []),
        _ => null,
    };

    public Agency? FindSameLevel(string division, AgencyKind kind) => null;
}
