using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Reasons;
using Qingshan.Web.Components.Pages;

namespace Qingshan.Web.Commands;

/// <summary>
/// Runs a command that came from a form. Done: the browser goes to the page named by <c>_next</c> (<c>{id}</c> stands for the stream), with a toast.
/// Refused: htmx gets the refusal to show in the form, plain HTML a page that keeps what was typed.
/// </summary>
internal static class FormCalls
{
    public static async Task RunAsync(HttpContext http, CommandDefinition definition)
    {
        if (await FormGuard.CheckAsync(http) is { } expired)
        {
            await RefusalAnswers.WriteAsync(http, expired);
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var key = form["_key"].ToString() is { Length: > 0 and <= 100 } sent ? sent : http.RequestServices.GetRequiredService<Ids>().New();
        long? version = long.TryParse(form["_version"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : null;
        var outcome = Read(form, definition).TryGet(out var command, out var unread)
            ? await CommandCalls.RunAsync(http, definition, command, key, version)
            : unread;
        if (outcome.TryGet(out var done, out var refusal))
            Leave(http, definition, NextPage(form["_next"].ToString(), done.Id));
        else
            await RefuseAsync(http, form, refusal);
    }

    internal static Outcome<object> Read(IFormCollection form, CommandDefinition definition)
    {
        if (!FormJson.Read(form, definition.Command, CommandJson.Options).TryGet(out var json, out var refusal))
            return refusal;
        try
        {
            return json.Deserialize(definition.Command, CommandJson.Options) ?? throw new InvalidOperationException("An object became null.");
        }
        catch (JsonException problem)
        {
            return CommandCalls.Unread(problem);
        }
    }

    /// <summary>Only a path of this site: an address elsewhere would make the form an open redirect.</summary>
    internal static string NextPage(string next, string id) =>
        next.StartsWith('/') && !next.StartsWith("//", StringComparison.Ordinal) && !next.Contains('\\', StringComparison.Ordinal) && !next.Any(char.IsControl)
            ? next.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal)
            : "/";

    private static void Leave(HttpContext http, CommandDefinition definition, string next)
    {
        Toasts.Leave(http, definition.Verb);
        if (http.Request.Headers.ContainsKey("HX-Request"))
            http.Response.Headers["HX-Redirect"] = next.Split('#')[0]; // A script that goes to a place on the same page loads nothing anew.
        else
            (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, next);
    }

    private static Task RefuseAsync(HttpContext http, IFormCollection form, Refusal refusal) => http.Request.Headers.ContainsKey("HX-Request")
        ? RefusalAnswers.WriteAsync(http, refusal)
        : new RazorComponentResult<RefusalDocument>(new { Of = refusal, Kept = Typed(form) }) { StatusCode = RefusalAnswers.Status(refusal) }.ExecuteAsync(http);

    private static List<KeyValuePair<string, string>> Typed(IFormCollection form) =>
        [.. form.Where(field => !field.Key.StartsWith('_')).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()))];
}

/// <summary>Checks that a form was made by this site for this person.</summary>
internal static class FormGuard
{
    /// <summary>Null when the form may be read.</summary>
    public static async Task<Refusal?> CheckAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return WebReasons.WrongContentType.Refuse(("expected", "application/x-www-form-urlencoded, multipart/form-data"));
        try
        {
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            return null;
        }
        catch (AntiforgeryValidationException)
        {
            return WebReasons.FormExpired.Refuse();
        }
    }
}
