using Qingshan.Directory.Access;
using Qingshan.Record.Reasons;

namespace Qingshan.TestKit.Rules;

/// <summary>Everybody may do everything; the access table has tests of its own.</summary>
internal sealed class GrantingAccess : IAccess
{
    private static readonly AccessAnswer Granted = new(AccessLevel.Act, Relation.Lead, "", "");

    public AccessAnswer Ask(Acting who, Subject subject) => Granted;

    public Outcome<AccessAnswer> Permit(Acting who, string verb, Subject subject) => Granted;

    public Outcome<AccessAnswer> Permit(Acting who, string verb) => Granted;

    public IReadOnlyList<string> Verbs(Acting who, Subject subject) => [];
}

internal sealed class SilentJournal : IAccessJournal
{
    public Task WriteAsync(AccessRead read, CancellationToken cancel = default) => Task.CompletedTask;
}
