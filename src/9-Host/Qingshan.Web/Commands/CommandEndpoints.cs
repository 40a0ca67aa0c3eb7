using Qingshan.Directory.Commands;
using Qingshan.Record.Reasons;

namespace Qingshan.Web.Commands;

/// <summary>Serves every command that a module declared, once as JSON and once as a form.</summary>
internal static class CommandEndpoints
{
    public static void MapCommands(this IEndpointRouteBuilder routes)
    {
        var definitions = routes.ServiceProvider.GetServices<CommandDefinition>().ToList();
        if (definitions.GroupBy(d => d.Verb).FirstOrDefault(g => g.Count() > 1) is { } doubled)
            throw new InvalidOperationException($"Two commands declare the verb {doubled.Key}.");
        foreach (var definition in definitions)
        {
            MapJson(routes, definition);
            MapForm(routes, definition);
        }
    }

    /// <summary><c>case.open</c> → <c>/api/case/open</c>; <c>case.close</c> → <c>/api/case/{id}/close</c>.</summary>
    internal static string ApiRoute(CommandDefinition definition)
    {
        var part = definition.Verb[(definition.Verb.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return definition.Begins ? $"/api/{definition.Kind}/{part}" : $"/api/{definition.Kind}/{{id}}/{part}";
    }

    private static void MapJson(IEndpointRouteBuilder routes, CommandDefinition definition) =>
        Describe(routes.MapPost(ApiRoute(definition), (Delegate)((HttpContext http) => CommandCalls.JsonAsync(http, definition))), definition);

    private static void MapForm(IEndpointRouteBuilder routes, CommandDefinition definition) =>
        routes.MapPost(definition.Begins ? $"/do/{definition.Verb}" : $"/do/{definition.Verb}/{{id}}", (HttpContext http) => FormCalls.RunAsync(http, definition))
            .Verb(definition.Verb).WithMetadata(definition).ExcludeFromDescription();

    private static void Describe(RouteHandlerBuilder endpoint, CommandDefinition definition)
    {
        endpoint.Verb(definition.Verb).WithMetadata(definition)
            .WithName(definition.Verb).WithTags(definition.Kind).WithSummary($"{definition.Title.Zh} · {definition.Title.En}")
            .WithDescription("Idempotency-Key: 1–100 characters, so that a retry is done once. If-Match: the version the caller looked at, in quotes.")
            .Accepts(definition.Command, "application/json")
            .Produces<CommandAnswer>(definition.Begins ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        foreach (var status in Enum.GetValues<ReasonKind>().Select(kind => RefusalAnswers.Status(new Refusal(new Reason("", kind, "", "")))).Distinct())
            endpoint.Produces<RefusalProblem>(status, "application/problem+json");
    }
}

/// <summary>What the API answers when a command was done.</summary>
/// <param name="Id">Key of the stream that was made or changed.</param>
/// <param name="Version">Its version now; also the ETag.</param>
/// <param name="RecordedAt">Recording time, ISO 8601 in UTC.</param>
/// <param name="Repeated">True when the key had been seen and this is the earlier answer.</param>
/// <param name="Created">The other stream that began with it, such as <c>case/0198…</c>; null where none did.</param>
public sealed record CommandAnswer(string Id, long Version, string RecordedAt, bool Repeated, string? Created);
