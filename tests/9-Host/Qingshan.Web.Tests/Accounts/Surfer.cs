using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Qingshan.Web.Tests.StandIns;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.Accounts;

/// <summary>A browser without scripts: it keeps cookies, comes from a loopback address of its own, and fills in forms as they stand on the page.</summary>
internal sealed class Surfer : IDisposable
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private readonly HttpClient http;

    /// <param name="site">Where the server listens; asked for by the name <c>localhost</c>.</param>
    /// <param name="from">Address it comes from: limits count by it.</param>
    public Surfer(Uri site, string from = "127.0.0.1")
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(IPAddress.Loopback, site.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        Origin = $"http://localhost:{site.Port}";
        http = new HttpClient(handler) { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Add("User-Agent", Firefox);
        http.DefaultRequestHeaders.Add("Accept", "text/html,application/json");
    }

    public string Origin { get; }

    public async Task<Answer> SignInAsync(string user, string password, string? totp = null) =>
        await JsonAsync("/api/session", totp is null ? new { user, password } : new { user, password, totp });

    public async Task<Answer> JsonAsync(string path, object body) => await Answer.ReadAsync(await http.PostAsync(new Uri(path, UriKind.Relative), Json.Of(body)));

    public async Task<Answer> GetJsonAsync(string path) => await Answer.ReadAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    public async Task<Sheet> GetAsync(string path) => await Sheet.ReadAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Sends the form of a page with what is typed into it; fails where the page has no such form.</summary>
    /// <param name="action">Where the form goes.</param>
    /// <param name="hidden">What a hidden field must hold, where several forms go to one address.</param>
    public async Task<Sheet> SubmitAsync(Sheet on, string action, (string Name, string Value)? hidden = null, params (string Name, string Value)[] typed)
    {
        var form = on.Document.Forms.Single(form => form.GetAttribute("action") == action
            && (hidden is not { } wanted || form.QuerySelector($"input[name='{wanted.Name}']")?.GetAttribute("value") == wanted.Value));
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        Assert.All(typed, field => Assert.NotNull(form.QuerySelector($"[name='{field.Name}']")));
        using var body = new FormUrlEncodedContent(fields.Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return await Sheet.ReadAsync(await http.PostAsync(new Uri(action, UriKind.Relative), body));
    }

    /// <summary>Sends what no form of the page would, with the page's own token.</summary>
    public async Task<Sheet> ForgeAsync(Sheet on, string action, params (string Name, string Value)[] typed)
    {
        const string token = "__RequestVerificationToken";
        var fields = typed.Append((token, on.Document.QuerySelector($"input[name='{token}']")!.GetAttribute("value")!));
        using var body = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await Sheet.ReadAsync(await http.PostAsync(new Uri(action, UriKind.Relative), body));
    }

    public void Dispose() => http.Dispose();
}

/// <summary>A page as it came.</summary>
internal sealed record Sheet(int Status, string? Location, IHtmlDocument Document)
{
    public string Text => Document.QuerySelector("main")?.TextContent ?? "";

    /// <summary>Code of the refusal that the page shows; null when it shows none.</summary>
    public string? Refused => Document.QuerySelector(".refusal")?.GetAttribute("data-code");

    public static async Task<Sheet> ReadAsync(HttpResponseMessage answer) =>
        new((int)answer.StatusCode, answer.Headers.Location?.ToString(), new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
}
