using System.Text.Json;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Commands;

namespace Qingshan.Directory.Access;

/// <summary>The content of <c>access.json</c>, indexed. A table that contradicts itself is a bug and stops the start.</summary>
internal sealed class AccessTable
{
    private readonly Dictionary<(string Kind, string Stage), IReadOnlyDictionary<Relation, LevelCell>> cells = [];
    private readonly Dictionary<PostKind, IReadOnlyList<Sight>> restricted;
    private readonly Dictionary<string, VerbRow> verbs;

    private AccessTable(AccessFile file)
    {
        foreach (var row in file.Levels)
        {
            var read = row.Relations.ToDictionary(pair => pair.Key, pair => LevelCell.Parse(pair.Value));
            foreach (var stage in row.Stages)
                cells.Add((row.Kind, stage), read);
        }

        restricted = file.Restricted.ToDictionary(row => row.Post, row => row.Sees);
        Verbs = file.Verbs;
        verbs = file.Verbs.ToDictionary(row => row.Verb, StringComparer.Ordinal);
        Answering = file.Answering.ToHashSet();
        Words = file.Words;
    }

    public static AccessTable Site { get; } = Read();

    public IReadOnlyList<VerbRow> Verbs { get; }

    /// <summary>Posts that answer for what their agency leads.</summary>
    public IReadOnlySet<PostKind> Answering { get; }

    public AccessWords Words { get; }

    /// <summary>All rows, for the tests that hold the table against its expectation.</summary>
    public IEnumerable<(string Kind, string Stage)> Stages => cells.Keys;

    public VerbRow Verb(string verb) =>
        verbs.TryGetValue(verb, out var row) ? row : throw new InvalidOperationException($"The verb {verb} has no row in access.json.");

    /// <summary>What a post sees through one relation, without and with a purpose.</summary>
    public LevelCell Cell(PostKind post, string kind, string stage, Relation relation)
    {
        var row = cells.GetValueOrDefault((kind, stage)) ?? cells.GetValueOrDefault((kind, "*"));
        return row is not null && row.TryGetValue(relation, out var cell) ? cell.AtMost(Ceiling(post, kind, relation)) : LevelCell.None;
    }

    /// <summary>May the post see anything at all of one of these kinds?</summary>
    public bool Sees(PostKind post, IReadOnlyList<string> kinds) =>
        !restricted.TryGetValue(post, out var sights) || sights.Any(sight => sight.Kinds.Any(kinds.Contains));

    private AccessLevel Ceiling(PostKind post, string kind, Relation relation) =>
        restricted.TryGetValue(post, out var sights)
            ? sights.FirstOrDefault(sight => sight.Kinds.Contains(kind) && (sight.Relations?.Contains(relation) ?? true))?.Level ?? AccessLevel.None
            : AccessLevel.Act;

    private static AccessTable Read()
    {
        using var stream = typeof(AccessTable).Assembly.GetManifestResourceStream("access.json")
            ?? throw new InvalidOperationException("access.json is not embedded.");
        return new AccessTable(JsonSerializer.Deserialize<AccessFile>(stream, CommandJson.Options)!);
    }
}

/// <summary>A level, and the level once a purpose is chosen.</summary>
internal readonly record struct LevelCell(AccessLevel Plain, AccessLevel WithPurpose)
{
    public static LevelCell None { get; } = new(AccessLevel.None, AccessLevel.None);

    public static LevelCell Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new(Level(text), Level(text)) : new(Level(text[..slash]), Level(text[(slash + 1)..]));
    }

    public AccessLevel For(string purpose) => purpose.Length == 0 ? Plain : WithPurpose;

    public LevelCell AtMost(AccessLevel ceiling) => new(Min(Plain, ceiling), Min(WithPurpose, ceiling));

    private static AccessLevel Min(AccessLevel one, AccessLevel other) => one < other ? one : other;

    private static AccessLevel Level(string text) => Enum.Parse<AccessLevel>(text, ignoreCase: true);
}
