using System.Globalization;
using Qingshan.Record.Checkpoints;

namespace Qingshan.Record.Bundles;

/// <summary>
/// Whom a verifier trusts, pinned in a text file of lines: <c>operator NAME KEY</c>, <c>witness NAME KEY</c>, <c>quorum N</c>, comments after
/// <c>#</c>. A line <c>NAME KEY</c> alone is an operator. KEY is the base64 SubjectPublicKeyInfo of an ECDSA P-256 key.
/// </summary>
/// <param name="Operators">Keys of which one must have signed the checkpoint; several after a rotation.</param>
/// <param name="Witnesses">Keys of witnesses, each once: who is pinned twice still counts as one.</param>
/// <param name="Quorum">How many of the witnesses must have co-signed; all of them when the file does not say.</param>
public sealed record Trust(IReadOnlyList<PublicKey> Operators, IReadOnlyList<PublicKey> Witnesses, int Quorum)
{
    /// <summary>Keys of which one must have signed the checkpoint.</summary>
    public IReadOnlyList<PublicKey> Operators { get; init => field = Once(value); } = Once(Operators);

    /// <summary>Keys of witnesses.</summary>
    public IReadOnlyList<PublicKey> Witnesses { get; init => field = Once(value); } = Once(Witnesses);

    /// <summary>The text form.</summary>
    public string Text =>
        string.Concat(Operators.Select(k => $"operator {k}\n").Concat(Witnesses.Select(k => $"witness {k}\n")).Append(FormattableString.Invariant($"quorum {Quorum}\n")));

    /// <summary>Reads trust files together: all keys, and the largest quorum. Null and the problem when one is malformed or there is no operator.</summary>
    public static Trust? TryParse(IEnumerable<string> files, out string? problem)
    {
        var (operators, witnesses, quorum) = (new List<PublicKey>(), new List<PublicKey>(), -1);
        foreach (var line in files.SelectMany(f => f.Split('\n')).Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var key = PublicKey.TryParse(string.Join(' ', words.TakeLast(2)));
            if (words is ["quorum", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
                quorum = Math.Max(quorum, n);
            else if (key is not null && words is ["operator", _, _] or [_, _])
                operators.Add(key!);
            else if (key is not null && words is ["witness", _, _])
                witnesses.Add(key);
            else
                return Fail("not a line of a trust file: " + line, out problem);
        }

        if (operators.Count == 0)
            return Fail("no operator key", out problem);
        var trust = new Trust(operators, witnesses, quorum);
        if (quorum > trust.Witnesses.Count)
            return Fail("the quorum is larger than the number of witnesses", out problem);
        problem = null;
        return quorum < 0 ? trust with { Quorum = trust.Witnesses.Count } : trust;
    }

    // Two files that overlap pin the same key twice, and its one signature must not count twice.
    private static List<PublicKey> Once(IEnumerable<PublicKey> keys) => [.. keys.DistinctBy(k => k.Key)];

    private static Trust? Fail(string what, out string? problem)
    {
        problem = what;
        return null;
    }
}
