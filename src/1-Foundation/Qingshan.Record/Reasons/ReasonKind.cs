namespace Qingshan.Record.Reasons;

/// <summary>What kind of "no" a <see cref="Reason"/> is; the edge turns it into a status (HTTP, exit code).</summary>
public enum ReasonKind
{
    /// <summary>The input is malformed or breaks a rule of form.</summary>
    Invalid,

    /// <summary>Nobody is signed in.</summary>
    SignInNeeded,

    /// <summary>The post may not do this; the answer says who can grant it.</summary>
    Forbidden,

    /// <summary>Missing, or its existence is not to be shown: both look the same.</summary>
    NotFound,

    /// <summary>Somebody else was faster, or the form is stale.</summary>
    Conflict,

    /// <summary>A rule of law or procedure forbids the act in the present state.</summary>
    RuleBroken,

    /// <summary>Larger than the limit.</summary>
    TooLarge,

    /// <summary>A type that is not accepted.</summary>
    UnsupportedType,

    /// <summary>Too many requests.</summary>
    Limited,

    /// <summary>The system cannot do it now; the same request may pass later.</summary>
    Unavailable,
}
