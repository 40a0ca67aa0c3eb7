using System.Globalization;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;

namespace Qingshan.Web.Reading;

/// <summary>Answers a reading as JSON, and 304 where the caller has it already.</summary>
internal static class JsonReading
{
    /// <summary>
    /// The ETag is <c>"VERSION-DIGEST"</c>: the stream's version, which a command takes back as If-Match, and a digest of the answer, which also
    /// depends on who asks and on streams beside it.
    /// </summary>
    public static Task WriteAsync<T>(HttpContext http, Outcome<T> outcome, Func<T, long> version, Func<T, object> body) =>
        outcome.TryGet(out var value, out var refusal)
            ? ContentAnswer.WriteAsync(http, body(value), string.Create(CultureInfo.InvariantCulture, $"{version(value)}-"))
            : RefusalAnswers.WriteAsync(http, refusal);

    /// <summary>A list; its ETag follows from its content, which differs by post.</summary>
    public static Task WriteListAsync<T>(HttpContext http, Outcome<IReadOnlyList<T>> outcome) => ContentAnswer.WriteAsync(http, outcome);

    /// <summary>Says in the interface's description what a reading answers.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder endpoint, string verb, string tag, string summary) =>
        endpoint.Verb(verb).WithTags(tag).WithSummary(summary).Produces<T>().Produces(StatusCodes.Status304NotModified)
            .Produces<RefusalProblem>(StatusCodes.Status401Unauthorized, "application/problem+json")
            .Produces<RefusalProblem>(StatusCodes.Status403Forbidden, "application/problem+json")
            .Produces<RefusalProblem>(StatusCodes.Status404NotFound, "application/problem+json");
}
