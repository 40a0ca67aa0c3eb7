using Qingshan.Record;
using Qingshan.Record.Reasons;
using Qingshan.Web.Commands;
using Qingshan.Web.Formats;

namespace Qingshan.Web.Security;

/// <summary>The last net: an exception is a bug, is logged under a code, and the client sees that code and nothing else.</summary>
internal sealed partial class FailureMiddleware(RequestDelegate next, ILogger<FailureMiddleware> log, Ids ids)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser went away; there is nobody to answer.
        }
        catch (BadHttpRequestException bad)
        {
            await AnswerAsync(http, bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? WebReasons.BodyTooLarge.Refuse(("limit", Figures.Bytes(Limit(http))))
                : WebReasons.Malformed.Refuse(("problem", "HTTP")));
        }
        catch (InvalidDataException) when (http.Request.HasFormContentType && http.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form is null)
        {
            // How the framework says that a form which it could not read breaks its limits; anywhere else the exception is a bug.
            await AnswerAsync(http, WebReasons.BodyTooLarge.Refuse(("limit", Figures.Bytes(Limit(http)))));
        }
        catch (Exception bug)
        {
            var trace = ids.New()[^10..];
            Failed(trace, http.Request.Method, http.Request.Path, bug);
            await AnswerAsync(http, WebReasons.Failed.Refuse(("trace", trace)), StatusCodes.Status500InternalServerError);
        }
    }

    private static long Limit(HttpContext http) =>
        http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? QingshanHost.MaxBody;

    private async Task AnswerAsync(HttpContext http, Refusal refusal, int? status = null)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        // Headers that were set before the failure (cookies, caching) must not travel with the error.
        var kept = http.Response.Headers.ContentSecurityPolicy;
        http.Response.Clear();
        http.Response.Headers.ContentSecurityPolicy = kept;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await RefusalAnswers.WriteAsync(http, refusal, status ?? RefusalAnswers.Status(refusal));
        }
        catch (Exception second) when (!http.Response.HasStarted)
        {
            // The error page itself failed: say the least that helps.
            Failed("error-page", http.Request.Method, http.Request.Path, second);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"{refusal.Zh}\n{refusal.En}\n");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request failed with code {Trace}: {Method} {Path}")]
    private partial void Failed(string trace, string method, string path, Exception bug);
}
