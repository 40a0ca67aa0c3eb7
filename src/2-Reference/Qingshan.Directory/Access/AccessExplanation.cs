using Qingshan.Directory.Agencies;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Access;

/// <summary>Says in both languages why a level or a refusal is what it is, and who can grant more.</summary>
internal static class AccessExplanation
{
    public static (string Zh, string En) Level(AccessWords words, Acting who, Subject subject, Standing best)
    {
        var level = best.Cell.For(who.Purpose);
        // What is hidden is explained with the same words as what is missing.
        if (level == AccessLevel.None && best.Cell.WithPurpose == AccessLevel.None)
            return (AccessReasons.NotFound.Zh, AccessReasons.NotFound.En);
        var more = best.Cell.WithPurpose > level;
        var (post, relation, kind) = (words.Posts[who.Post.Kind], words.Relations[best.Relation], words.Kinds[subject.Stream.Kind]);
        var zh = $"您以“{post[0]}”身份、作为{kind[0]}的“{relation[0]}”，可知悉：{words.Levels[level][0]}。";
        var en = $"As {post[1]}, {relation[1]}, you may see of this {kind[1]}: {words.Levels[level][1]}.";
        return more
            ? ($"{zh}选择查阅目的后可知悉：{words.Levels[best.Cell.WithPurpose][0]}。", $"{en} With a purpose chosen: {words.Levels[best.Cell.WithPurpose][1]}.")
            : (zh, en);
    }

    public static (string Zh, string En) ByPost(AccessWords words, Acting who) =>
        ($"“{words.Posts[who.Post.Kind][0]}”岗位可以执行此操作。", $"The post {words.Posts[who.Post.Kind][1]} may do this.");

    public static Refusal WrongPost(AccessWords words, Acting who, VerbRow row, AccessTable table)
    {
        var may = Enum.GetValues<PostKind>().Where(post => row.AllowsPost(post) && (row.NeedsNoStream || table.Sees(post, row.On))).Select(post => words.Posts[post]).ToList();
        var (zh, en) = (string.Join('、', may.Select(post => post[0])), string.Join(", ", may.Select(post => post[1])));
        var own = words.Posts[who.Post.Kind];
        return Forbidden(
            ($"此操作属于{zh}，您当前的岗位是{own[0]}。", $"it belongs to {en}; you act as {own[1]}."),
            ("站点管理员（任命岗位）", "the site administrator, who appoints to posts"));
    }

    public static Refusal WrongStage(AccessWords words, Subject subject)
    {
        var (kind, stage) = (words.Kinds[subject.Stream.Kind], words.Stages.GetValueOrDefault(subject.Stage) ?? [subject.Stage, subject.Stage]);
        return Forbidden(
            ($"{kind[0]}处于“{stage[0]}”阶段，此阶段不能办理。", $"the {kind[1]} is at the stage \"{stage[1]}\", where it cannot be done."),
            ("无需授权，阶段改变后即可办理", "nobody; it depends on the stage alone"));
    }

    public static Refusal WrongRelation(AccessWords words, Acting who, Subject subject, Standing best, Agency? lead)
    {
        var (kind, relation, level) = (words.Kinds[subject.Stream.Kind], words.Relations[best.Relation], words.Levels[best.Cell.For(who.Purpose)]);
        return Forbidden(
            ($"您与该{kind[0]}的关系是“{relation[0]}”，只能知悉：{level[0]}。", $"you are {relation[1]} and may see of this {kind[1]} only {level[1]}."),
            ($"{lead?.NameZh ?? subject.LeadAgency}负责人（指定承办人）", $"the head of {lead?.NameEn ?? subject.LeadAgency}, who names its team"));
    }

    private static Refusal Forbidden((string Zh, string En) why, (string Zh, string En) grantor) =>
        AccessReasons.Forbidden.Refuse(("whyZh", why.Zh), ("whyEn", why.En), ("grantorZh", grantor.Zh), ("grantorEn", grantor.En));
}
