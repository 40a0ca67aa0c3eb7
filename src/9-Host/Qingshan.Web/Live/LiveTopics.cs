using System.Security.Cryptography;
using System.Text;
using Qingshan.Record.Entries;

namespace Qingshan.Web.Live;

/// <summary>
/// A topic names what may change on a page: a stream (<c>case/0198…</c>) or all streams of a kind (<c>case</c>). Pages carry topics as tokens
/// signed for the session, so that nobody can listen to a topic which no page showed to them.
/// </summary>
public sealed class LiveTopics
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>What changes with an entry.</summary>
    public static IEnumerable<string> Of(Entry entry) => [entry.Stream.Kind, entry.Stream.ToString()];

    /// <summary>The token of a topic for one session: <c>topic~signature</c>.</summary>
    public string Token(string topic, string session) => $"{topic}~{Sign(topic, session)}";

    /// <summary>The topic of a token; null when it was not made for this session (or by an earlier run of the server).</summary>
    public string? Open(string token, string session)
    {
        var split = token.LastIndexOf('~');
        if (split <= 0)
            return null;
        var topic = token[..split];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token[(split + 1)..]), Encoding.UTF8.GetBytes(Sign(topic, session))) ? topic : null;
    }

    private string Sign(string topic, string session) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{session}\n{topic}")).AsSpan(0, 12));
}
