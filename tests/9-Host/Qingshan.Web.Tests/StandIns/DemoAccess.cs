using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Record.Reasons;

namespace Qingshan.Web.Tests.StandIns;

/// <summary>Inspectors may do everything, others only what begins with "note.read".</summary>
internal sealed class DemoAccess : IAccess
{
    public AccessAnswer Ask(Acting who, Subject subject) => new(AccessLevel.Full, Relation.Lead, "示范", "demo");

    public Outcome<AccessAnswer> Permit(Acting who, string verb, Subject subject) => Permit(who, verb);

    public Outcome<AccessAnswer> Permit(Acting who, string verb) =>
        who.Post.Kind == PostKind.Inspector
            ? new AccessAnswer(AccessLevel.Act, Relation.Lead, "执法人员可以。", "Inspectors may.")
            : AccessReasons.Forbidden.Refuse(("why", "仅限执法人员。"), ("grantor", "单位负责人"));

    public IReadOnlyList<string> Verbs(Acting who, Subject subject) => [];
}
