using Qingshan.Directory.Access;
using Qingshan.Web.Commands;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Components.Pages.Audit;

/// <summary>The access log as JSON, for the auditor.</summary>
internal static class AccessLogEndpoints
{
    public static void MapAccessLogPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/access-log", ReadAsync).Reads<AccessLogAnswer>("access-log.read", "audit", "查阅日志 · Who read what, newest first");

    private static async Task ReadAsync(HttpContext http, string? person, string? target, bool? refused, long? before)
    {
        var services = http.RequestServices;
        var who = services.GetRequiredService<ICurrent>().Who!;
        var refusal = services.GetRequiredService<IAccess>().Permit(who, "access-log.read").Refusal;
        await services.GetRequiredService<IAccessJournal>().WriteAsync(
            new AccessRead(who, "access-log", "access-log.read", refusal is null ? AccessLevel.Full : AccessLevel.None, refusal is not null), http.RequestAborted);
        if (refusal is not null)
            await RefusalAnswers.WriteAsync(http, refusal);
        else
            await ContentAnswer.WriteAsync<AccessLogAnswer>(http, AccessLogLine.Of(services.GetRequiredService<AccessLogReader>().Read(new(person ?? "", target ?? "", refused == true, before))));
    }
}

/// <summary>A page of the log as JSON; times are ISO 8601 in UTC.</summary>
public sealed record AccessLogAnswer(IReadOnlyList<AccessLogLine> Entries, long Count, long? Next);

/// <summary>One entry of the log as JSON.</summary>
public sealed record AccessLogLine(long Place, string At, string Person, string Post, string Agency, string Purpose, string Target, string Level, string Detail)
{
    internal static AccessLogAnswer Of(AccessPage page) => new([.. page.Lines.Select(Of)], page.Count, page.Next);

    private static AccessLogLine Of(AccessLine line) => new(
        line.Place, NodaTime.Text.InstantPattern.ExtendedIso.Format(line.At), line.Person, line.Post, line.Agency, line.Purpose, line.Target, line.Level, line.Detail);
}
