using Microsoft.AspNetCore.Http.HttpResults;
using Qingshan.Directory.Access;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Transfers;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Components.Pages.Oversight;

/// <summary>The live part of the page, and the same as JSON.</summary>
internal static class OversightEndpoints
{
    public static void MapOversightPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/oversight/view", (HttpContext http) => Permitted(http) ?? new RazorComponentResult<OversightBoard>().ExecuteAsync(http)).Verb("oversight.read").ExcludeFromDescription();
        routes.MapGet("/api/oversight", (Delegate)((HttpContext http) => Permitted(http) ?? JsonAsync(http)))
            .Reads<OversightAnswer>("oversight.read", "oversight", "法律监督 · What a procurator's office oversees");
    }

    private static Task? Permitted(HttpContext http) =>
        http.RequestServices.GetRequiredService<IAccess>().Permit(Who(http), "oversight.read").Refusal is { } refusal ? RefusalAnswers.WriteAsync(http, refusal) : null;

    private static Task JsonAsync(HttpContext http)
    {
        var view = http.RequestServices.GetRequiredService<OversightReader>().Read(Who(http));
        var answer = new OversightAnswer(
            [.. view.Untransferred.Select(UntransferredLine.Of)], [.. view.Missed.Select(line => line.Row.Id)], [.. view.Back.Select(line => line.Row.Id)], [.. view.All.Select(TransferLine.Of)]);
        return ContentAnswer.WriteAsync<OversightAnswer>(http, answer);
    }

    private static Acting Who(HttpContext http) => http.RequestServices.GetRequiredService<ICurrent>().Who!;
}

/// <summary>What is overseen. <c>missed</c> and <c>back</c> are ids of <c>transfers</c>.</summary>
public sealed record OversightAnswer(
    IReadOnlyList<UntransferredLine> ReachedNotTransferred, IReadOnlyList<string> Missed, IReadOnlyList<string> Back, IReadOnlyList<TransferLine> Transfers);

/// <summary>A case in which a threshold is reached and which nobody has transferred.</summary>
/// <param name="Since">When the duty arose, ISO 8601 in UTC.</param>
/// <param name="Reasons">The head's recorded reasons where he declined; empty otherwise.</param>
public sealed record UntransferredLine(string Case, string Number, string Agency, string Duty, IReadOnlyList<string> Rows, string Since, string Reasons, string? Transfer)
{
    internal static UntransferredLine Of(Untransferred item) => new(
        item.Row.Id, item.Row.Number, item.Row.Lead, item.Row.Duty, item.Rows, Qingshan.Record.Views.ViewTime.Text(item.Since), item.Row.NonTransferReasons, item.Row.Transfer);
}
