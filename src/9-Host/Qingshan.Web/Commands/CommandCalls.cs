using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Canonical;
using Qingshan.Record.Reasons;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Commands;

/// <summary>Runs a command that came as JSON.</summary>
internal static class CommandCalls
{
    private const int LongestKey = 100;

    public static async Task JsonAsync(HttpContext http, CommandDefinition definition)
    {
        if (Unfit(http.Request) is { } unfit)
        {
            await RefusalAnswers.WriteAsync(http, unfit);
            return;
        }

        if (!(await ReadAsync(http, definition)).TryGet(out var command, out var unread))
        {
            await RefusalAnswers.WriteAsync(http, unread);
            return;
        }

        if (!(await RunAsync(http, definition, command, Key(http), ExpectedVersion(http.Request))).TryGet(out var done, out var refusal))
        {
            await RefusalAnswers.WriteAsync(http, refusal);
            return;
        }

        http.Response.StatusCode = definition.Begins ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        http.Response.Headers.ETag = $"\"{done.Version.ToString(CultureInfo.InvariantCulture)}\"";
        await http.Response.WriteAsJsonAsync(
            new CommandAnswer(done.Id, done.Version, InstantPattern.ExtendedIso.Format(done.Receipt.RecordedAt), done.Receipt.Repeated, done.Created?.ToString()), http.RequestAborted);
    }

    /// <summary>Runs a command that was read already.</summary>
    public static Task<Outcome<Done>> RunAsync(HttpContext http, CommandDefinition definition, object command, string key, long? expectedVersion)
    {
        // The session middleware lets nobody through to a verb without a sign-in.
        var who = http.RequestServices.GetRequiredService<ICurrent>().Who ?? throw new InvalidOperationException("A verb was reached without a sign-in.");
        return definition.Run(
            http.RequestServices, new CommandContext(who, key, expectedVersion), http.GetRouteValue("id") as string ?? "", command, http.RequestAborted);
    }

    private static async Task<Outcome<object>> ReadAsync(HttpContext http, CommandDefinition definition)
    {
        try
        {
            var command = await JsonSerializer.DeserializeAsync(http.Request.Body, definition.Command, CommandJson.Options, http.RequestAborted);
            if (command is null)
                return WebReasons.Malformed.Refuse(("problem", "null"));
            return command;
        }
        catch (JsonException problem)
        {
            return Unread(problem);
        }
    }

    /// <summary>Says where JSON did not fit the command, without quoting what the reader threw.</summary>
    public static Refusal Unread(JsonException problem)
    {
        var path = (problem.Path ?? "$").TrimStart('$').TrimStart('.');
        return WebReasons.Malformed.RefuseField(path, ("problem", path.Length == 0 ? "JSON" : path));
    }

    // A guard that cannot be read must not be taken for none: the caller relies on it.
    private static Refusal? Unfit(HttpRequest request)
    {
        if (request.Headers["Idempotency-Key"].ToString() is { } key && (key.Length > LongestKey || CanonicalText.Problem(key) is not null))
            return WebReasons.Malformed.RefuseField("Idempotency-Key", ("problem", "Idempotency-Key"));
        return request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != "*" && ExpectedVersion(request) is null
            ? WebReasons.Malformed.RefuseField("If-Match", ("problem", "If-Match"))
            : null;
    }

    private static string Key(HttpContext http) =>
        http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : http.RequestServices.GetRequiredService<Ids>().New();

    // A command answers with "7", a reading with "7-DIGEST": the version decides.
    private static long? ExpectedVersion(HttpRequest request) =>
        long.TryParse(request.Headers.IfMatch.ToString().Trim('"').Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
