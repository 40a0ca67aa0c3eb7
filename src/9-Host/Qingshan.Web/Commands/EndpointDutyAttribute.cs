namespace Qingshan.Web.Commands;

/// <summary>What an endpoint asks of the one who calls it. Every endpoint carries exactly one; a test fails on one that carries none.</summary>
public abstract class EndpointDutyAttribute : Attribute;

/// <summary>Sign-in is needed, and the endpoint asks the access table about this verb (a read is <c>KIND.read</c>).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class VerbAttribute(string verb) : EndpointDutyAttribute
{
    public string Verb { get; } = verb;
}

/// <summary>Sign-in is needed and nothing else, for the reason given.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute(string why) : EndpointDutyAttribute
{
    public string Why { get; } = why;
}

/// <summary>Anybody may call it, for the reason given.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenAttribute(string why) : EndpointDutyAttribute
{
    public string Why { get; } = why;
}

/// <summary>Puts a duty on an endpoint that is mapped by hand.</summary>
public static class EndpointDuties
{
    public static TBuilder Verb<TBuilder>(this TBuilder builder, string verb)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new VerbAttribute(verb));

    public static TBuilder SignedIn<TBuilder>(this TBuilder builder, string why)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new SignedInAttribute(why));

    public static TBuilder Open<TBuilder>(this TBuilder builder, string why)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new OpenAttribute(why));
}
