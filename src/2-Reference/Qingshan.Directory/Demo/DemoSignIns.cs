using System.Security.Cryptography;
using System.Text;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;

namespace Qingshan.Directory.Demo;

/// <summary>Accounts of the demo: one for each post that somebody holds, with a random password that stands in one file only.</summary>
internal static class DemoSignIns
{
    // 32 signs without 0, 1, I and O: five bits each, and nothing to confuse when typed.
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const int Length = 16;

    /// <summary>Makes accounts and file anew unless both are there and complete; true when it did.</summary>
    public static bool Write(SqliteAccounts accounts, IDirectory directory, string path, Action<Span<byte>>? fill)
    {
        var held = Held(directory);
        if (File.Exists(path) && accounts.DemoUsers.SequenceEqual(held.Select(h => h.Post.Id), StringComparer.Ordinal))
            return false;
        var rows = held.Select(h => (h.Post, h.Person, Password: Password(fill ?? (bytes => RandomNumberGenerator.Fill(bytes))))).ToList();
        File.Delete(path);
        accounts.ReplaceDemo([.. rows.Select(row => (row.Post.Id, row.Person.Id, row.Password))]);
        var text = new StringBuilder();
        foreach (var (post, person, password) in rows)
            text.AppendJoin('\t', post.Id, password, directory.FindAgency(post.Agency)?.NameZh, post.TitleZh, person.NameZh).Append('\n');
        using var file = PrivateFile.Open(path, FileMode.Create);
        file.Write(Encoding.UTF8.GetBytes(text.ToString()));
        file.Flush(flushToDisk: true);
        return true;
    }

    private static List<(Post Post, PersonCard Person)> Held(IDirectory directory)
    {
        var people = directory.People;
        return
        [
            .. from post in directory.Posts
            let holder = people.FirstOrDefault(person => person.Posts.Contains(post.Id))
            where holder is not null
            select (post, holder),
        ];
    }

    private static string Password(Action<Span<byte>> fill)
    {
        Span<byte> random = stackalloc byte[Length];
        fill(random);
        var text = new StringBuilder(Length);
        foreach (var b in random)
            text.Append(Signs[b % Signs.Length]);
        return text.ToString();
    }
}
