using Qingshan.Directory.Access;
using Qingshan.Web.Commands;

namespace Qingshan.Web.Assets;

internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        const string why = "Files that are the same for everybody.";
        routes.MapMethods("/a/{hash}/{**name}", ["GET", "HEAD"], (string hash, string name, AssetFiles files, HttpContext http) =>
            WriteAsync(http, files, name, cacheFor: hash == files.Hash ? "public, max-age=31536000, immutable" : "no-cache")).Open(why).ExcludeFromDescription();
        routes.MapMethods("/basemap/{name}", ["GET", "HEAD"], (string name, AssetFiles files, HttpContext http) =>
            WriteAsync(http, files, $"basemap/{name}", "no-cache")).Open(why).ExcludeFromDescription();
        routes.MapMethods("/favicon.ico", ["GET", "HEAD"], (AssetFiles files, HttpContext http) =>
            WriteAsync(http, files, "favicon.svg", "public, max-age=86400")).Open(why).ExcludeFromDescription();
    }

    private static async Task WriteAsync(HttpContext http, AssetFiles files, string name, string cacheFor)
    {
        if (files.Find(name) is not { } asset)
        {
            await RefusalAnswers.WriteAsync(http, AccessReasons.NotFound.Refuse());
            return;
        }

        var (bytes, encoding) = files.Read(asset, http.Request.Headers.AcceptEncoding.ToString());
        var headers = http.Response.Headers;
        headers.CacheControl = cacheFor;
        headers.Vary = "Accept-Encoding";
        headers.ETag = $"\"{files.Hash}-{encoding ?? "id"}\"";
        if (http.Request.Headers.IfNoneMatch == headers.ETag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.ContentType = asset.ContentType;
        headers.ContentEncoding = encoding;
        headers.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
