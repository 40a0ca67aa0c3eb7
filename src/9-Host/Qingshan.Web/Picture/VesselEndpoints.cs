using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Web.Commands;
using Qingshan.Web.Components.Pages.Picture;
using Qingshan.Web.Live;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.Picture;

/// <summary>The moving part of the picture: frames of bytes for the map, pages of JSON for programs, fragments for the feed beside the map.</summary>
internal static class VesselEndpoints
{
    private const int Rows = 60;

    public static void MapVessels(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/picture/vessels", WriteFrameAsync)
            .Reads<byte[]>("picture.read", "picture", "船舶，二进制帧 · Vessels as a binary frame: what changed since, or all at an instant")
            .Produces(StatusCodes.Status200OK, contentType: VesselFrame.ContentType);
        routes.MapGet("/api/picture/vessels/list", (HttpContext http, VesselReading reading, [AsParameters] VesselQuery query, int? page) =>
                ContentAnswer.WriteAsync(http, reading.List(query.Filter, query.At, query.Sort).Then<VesselListAnswer>(sight => VesselListAnswer.Of(sight, page))))
            .Reads<VesselListAnswer>("picture.read", "picture", "船舶列表 · Vessels as a list");
        routes.MapGet("/api/picture/vessels/{mmsi:int}/track", (HttpContext http, VesselReading reading, int mmsi, string? at) =>
                ContentAnswer.WriteAsync(http, reading.Track(mmsi, at).Then<VesselTrackAnswer>(track => VesselTrackAnswer.Of(track))))
            .Reads<VesselTrackAnswer>("picture.read", "picture", "船舶航迹 · A vessel's track of two hours");
        routes.MapGet("/picture/part/vessels", (HttpContext http, VesselReading reading, [AsParameters] VesselQuery query, string? box) =>
                reading.List(query.Filter, query.At, query.Sort, VesselBox.TryRead(box)).TryGet(out var sight, out var refusal)
                    ? new RazorComponentResult<VesselFeed>(new { Of = sight, Shown = Rows }).ExecuteAsync(http)
                    : RefusalAnswers.WriteAsync(http, refusal))
            .Verb("picture.read").ExcludeFromDescription();
        routes.MapGet("/picture/part/vessel/{mmsi:int}", (HttpContext http, VesselReading reading, int mmsi, string? at) =>
                reading.Find(mmsi, at).TryGet(out var line, out var refusal)
                    ? new RazorComponentResult<VesselCard>(new { Of = line, At = at }).ExecuteAsync(http)
                    : RefusalAnswers.WriteAsync(http, refusal))
            .Verb("picture.read").ExcludeFromDescription();
    }

    // The ETag names run and change, and is what the browser asks with next (since=RUN-CHANGE): after a restart numbers begin anew, and it gets everything.
    private static Task WriteFrameAsync(
        HttpContext http, VesselFrames frames, ICurrent current, IAccess access, LiveRun run, TimeProvider time, string? since, string? at)
    {
        if (access.Permit(current.Who!, "picture.read").Refusal is { } forbidden)
            return RefusalAnswers.WriteAsync(http, forbidden);
        if (!PictureTime.Read(at, Instant.FromDateTimeOffset(time.GetUtcNow())).TryGet(out var asked, out var refusal))
            return RefusalAnswers.WriteAsync(http, refusal);
        if (asked is { } instant)
        {
            var past = frames.At(instant).Bytes;
            return WriteAsync(http, past, "at-" + Convert.ToHexStringLower(SHA256.HashData(past.AsSpan(VesselFrame.HeadSize)).AsSpan(0, 12)));
        }

        if (Known(since, run) is not { } change)
            return RefusalAnswers.WriteAsync(http, WebReasons.FieldInvalid.RefuseField("since", ("value", since ?? ""), ("expected_zh", "变更号"), ("expected_en", "number of a change")));
        var frame = frames.Since(change);
        return WriteAsync(http, frame.Bytes, run.Write(frame.Change));
    }

    /// <summary>A plain number, or one with the run that it is of; 0 where it is of another run.</summary>
    private static long? Known(string? since, LiveRun run)
    {
        if (string.IsNullOrEmpty(since))
            return 0;
        if (since.Contains('-', StringComparison.Ordinal))
            return run.Read(since).Since ?? 0;
        return long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static Task WriteAsync(HttpContext http, byte[] bytes, string tag)
    {
        http.Response.Headers.ETag = $"\"{tag}\"";
        if (http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains($"\"{tag}\""))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.ContentType = VesselFrame.ContentType;
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}

/// <summary>The filters of map and list in an address.</summary>
/// <param name="From">Knots.</param>
/// <param name="To">Knots.</param>
/// <param name="At">An instant or a local time; nothing is now.</param>
internal sealed record VesselQuery(string? Kind, string? State, string? From, string? To, string? Q, string? Zone, string? At, string? Sort, string? Hide)
{
    public VesselFilter Filter => new(Kind, State, From, To, Q, Zone, Hide);
}
