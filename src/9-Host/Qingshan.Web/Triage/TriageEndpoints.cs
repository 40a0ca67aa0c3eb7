using Microsoft.AspNetCore.Http.HttpResults;
using Qingshan.Directory.Access;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Signals;
using Qingshan.Web.Formats;
using Qingshan.Web.Reading;

namespace Qingshan.Web.Triage;

/// <summary>Signals as JSON, and the parts of their pages that are asked for again when something changes.</summary>
internal static class TriageEndpoints
{
    public static void MapTriage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/signal", (HttpContext http, SignalReading reading, Naming names, string? state, string? enterprise, string? factor, string? q) =>
                JsonReading.WriteListAsync(http, reading.List().Then<IReadOnlyList<SignalListItem>>(rows =>
                    new SignalFilter(state, enterprise, factor, q).Apply(rows, names).Select(SignalListItem.Of).ToList())))
            .Reads<IReadOnlyList<SignalListItem>>("signal.read", "signal", "线索列表 · Signals");
        routes.MapGet("/api/signal/{id}", async (HttpContext http, SignalReading reading, string id, string? known) =>
                await JsonReading.WriteAsync(http, Raised(await ReadAsync(http, reading, id, known)), sight => sight.Signal.Version, SignalAnswer.Of))
            .Reads<SignalAnswer>("signal.read", "signal", "线索 · A signal");
        MapParts(routes);
    }

    private static void MapParts(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signals/part/list", (HttpContext http, SignalReading reading, Naming names, string? state, string? enterprise, string? factor, string? q) =>
                reading.List().TryGet(out var rows, out var refusal)
                    ? new RazorComponentResult<SignalTable>(new { Rows = new SignalFilter(state, enterprise, factor, q).Apply(rows, names) }).ExecuteAsync(http)
                    : RefusalAnswers.WriteAsync(http, refusal))
            .Verb("signal.read").ExcludeFromDescription();
        routes.MapGet("/signals/{id}/part/live", async (HttpContext http, SignalReading reading, string id) =>
            {
                if ((await ReadAsync(http, reading, id, null)).TryGet(out var sight, out var refusal))
                    await new RazorComponentResult<SignalFacts>(new { Of = sight }).ExecuteAsync(http);
                else
                    await RefusalAnswers.WriteAsync(http, refusal);
            }).Verb("signal.read").ExcludeFromDescription();
    }

    private static Task<Outcome<SignalSight>> ReadAsync(HttpContext http, SignalReading reading, string id, string? known) =>
        KnownAt.TryRead(known, out var instant)
            ? reading.ReadAsync(id, instant, http.RequestAborted)
            : Task.FromResult<Outcome<SignalSight>>(WebReasons.FieldInvalid.RefuseField("known", ("value", known ?? ""), ("expected_zh", "时间"), ("expected_en", "time")));

    // What was not known at the asked time looks like what does not exist.
    private static Outcome<SignalSight> Raised(Outcome<SignalSight> outcome) =>
        outcome.Then<SignalSight>(sight => sight.WasKnown ? sight : AccessReasons.NotFound.Refuse());
}
