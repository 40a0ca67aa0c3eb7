using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace Qingshan.Browser.Tests.Browsing;

/// <summary>Listens to what a browser does behind the pages: a request to another host, an error in its log, a broken script or a broken rule of the content policy.</summary>
internal sealed class Watch
{
    /// <summary>Runs before the scripts of every page, so that a broken rule is never missed.</summary>
    public const string Script =
        "document.addEventListener('securitypolicyviolation', e => console.error(`content policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));";

    private readonly ConcurrentQueue<string> problems = new();
    private readonly ConcurrentBag<(string Status, string Path)> expected = [];
    private readonly string site;

    public Watch(IBrowserContext context, Uri site)
    {
        this.site = site.GetLeftPart(UriPartial.Authority);
        context.Request += (_, request) =>
        {
            if (IsElsewhere(request.Url))
                problems.Enqueue($"request to another host: {request.Url}");
        };
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsExpected(message))
                problems.Enqueue($"log: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => problems.Enqueue($"script: {error.Error}");
    }

    /// <summary>The test provokes this refusal, which Chromium writes into its log.</summary>
    public void Expect(int status, string path) => expected.Add(($"status of {status.ToString(CultureInfo.InvariantCulture)} ", path));

    public void AssertClean() => Assert.True(problems.IsEmpty, "The browser complains:\n" + string.Join('\n', problems));

    private bool IsExpected(IConsoleMessage message) => expected.Any(refusal =>
        message.Text.Contains(refusal.Status, StringComparison.Ordinal) && message.Location.StartsWith(site + refusal.Path, StringComparison.Ordinal));

    private bool IsElsewhere(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is not ("data" or "blob" or "about") && uri.GetLeftPart(UriPartial.Authority) != site;
}
