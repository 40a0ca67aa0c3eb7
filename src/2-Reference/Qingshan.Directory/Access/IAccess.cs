using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Access;

/// <summary>The one place where permission is decided. Pure: table, person, subject in; answer out. Reads of <see cref="AccessLevel.Full"/> and refusals are logged by the caller through <see cref="IAccessJournal"/>.</summary>
public interface IAccess
{
    /// <summary>How much the post may see, and why.</summary>
    AccessAnswer Ask(Acting who, Subject subject);

    /// <summary>
    /// May the post do this verb to the subject? A refusal is <c>access.not-found</c> when the level is <see cref="AccessLevel.None"/>
    /// and <c>access.forbidden</c> (with reason and who can grant it) otherwise.
    /// </summary>
    Outcome<AccessAnswer> Permit(Acting who, string verb, Subject subject);

    /// <summary>May the post do this verb where no stream exists yet (open a case, make a list)? Decided by post kind alone.</summary>
    Outcome<AccessAnswer> Permit(Acting who, string verb);

    /// <summary>The verbs the post may use on the subject now, in the order of the table: what a page offers as buttons.</summary>
    IReadOnlyList<string> Verbs(Acting who, Subject subject);
}

/// <summary>A level with its explanation.</summary>
/// <param name="Relation">The relation that gave the highest level.</param>
public sealed record AccessAnswer(AccessLevel Level, Relation Relation, string ExplanationZh, string ExplanationEn);

/// <summary>Where reads of full content and refusals are written before the answer leaves.</summary>
public interface IAccessJournal
{
    Task WriteAsync(AccessRead read, CancellationToken cancel = default);
}

/// <summary>One read or refusal.</summary>
/// <param name="Target">Stream, or the name of a list.</param>
/// <param name="Verb">Verb or <c>read</c>.</param>
public sealed record AccessRead(Acting Who, string Target, string Verb, AccessLevel Level, bool Refused);
