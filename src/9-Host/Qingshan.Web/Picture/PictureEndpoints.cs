using Microsoft.AspNetCore.Http.HttpResults;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Picture;
using Qingshan.Web.Components.Parts;
using Qingshan.Web.Reading;

namespace Qingshan.Web.Picture;

/// <summary>The points of the picture as JSON, and its feed, which is asked for again when something changes.</summary>
internal static class PictureEndpoints
{
    public static void MapPicture(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/picture", (HttpContext http, PictureReading reading) => JsonReading.WriteListAsync(http, reading.Points()))
            .Reads<IReadOnlyList<MapPoint>>("picture.read", "picture", "态势 · The picture");
        routes.MapGet("/picture/part/feed", (HttpContext http, PictureReading reading) => reading.Read().TryGet(out var sight, out var refusal)
                ? new RazorComponentResult<PictureFeed>(new { Of = sight }).ExecuteAsync(http)
                : RefusalAnswers.WriteAsync(http, refusal))
            .Verb("picture.read").ExcludeFromDescription();
        routes.MapVessels();
    }
}
