using System.Text.Json.Serialization;
using Qingshan.Directory.Agencies;

namespace Qingshan.Directory.Access;

/// <summary>The shape of <c>access.json</c>; its <c>recipe</c> says how to add a row.</summary>
internal sealed record AccessFile(
    IReadOnlyList<string> Recipe,
    IReadOnlyList<LevelRow> Levels,
    IReadOnlyList<PostKind> Answering,
    IReadOnlyList<RestrictedPost> Restricted,
    IReadOnlyList<VerbRow> Verbs,
    AccessWords Words);

internal sealed record LevelRow(string Kind, IReadOnlyList<string> Stages, IReadOnlyDictionary<Relation, string> Relations);

internal sealed record RestrictedPost(PostKind Post, IReadOnlyList<Sight> Sees);

internal sealed record Sight(IReadOnlyList<string> Kinds, AccessLevel Level, IReadOnlyList<Relation>? Relations = null);

/// <summary>One verb. A list that is left out stands for any.</summary>
internal sealed record VerbRow(
    string Verb,
    IReadOnlyList<string> On,
    IReadOnlyList<string>? Stages = null,
    IReadOnlyList<PostKind>? Posts = null,
    IReadOnlyList<Relation>? Relations = null,
    AccessLevel Needs = AccessLevel.Act)
{
    [JsonIgnore]
    public bool NeedsNoStream => On.Count == 0;

    public bool AllowsPost(PostKind post) => Posts?.Contains(post) ?? true;

    public bool AllowsRelation(Relation relation) => Relations?.Contains(relation) ?? true;

    public bool AllowsStage(string stage) => Stages?.Contains(stage) ?? true;
}

/// <summary>Names in Chinese and English, in this order.</summary>
internal sealed record AccessWords(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Stages,
    IReadOnlyDictionary<PostKind, IReadOnlyList<string>> Posts,
    IReadOnlyDictionary<Relation, IReadOnlyList<string>> Relations,
    IReadOnlyDictionary<AccessLevel, IReadOnlyList<string>> Levels);
