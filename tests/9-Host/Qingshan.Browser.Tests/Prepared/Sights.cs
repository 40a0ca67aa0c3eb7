using Qingshan.Web.Tests.Story;

namespace Qingshan.Browser.Tests.Prepared;

/// <summary>A page as one post sees it.</summary>
/// <param name="Name">Name of its pictures.</param>
/// <param name="Post">Who looks; null: nobody signed in.</param>
/// <param name="Status">What the server answers.</param>
internal sealed record Sight(string Name, string? Post, string Path, int Status = 200);

/// <summary>Every page of the console, in the states that matter.</summary>
internal static class Sights
{
    public const string Auditor = "auditor-1";

    public static IReadOnlyList<Sight> Of(PreparedSite site) =>
    [
        new("sign-in", null, "/sign-in"),
        new("today-duty", Posts.Duty, "/today"),
        new("picture", Posts.Duty, "/picture"),
        new("picture-list", Posts.Duty, "/picture/list"),
        new("signals", Posts.Duty, "/signals"),
        new("signals-empty", Posts.Duty, "/signals?q=zzzz"),
        new("signal-open", Posts.Duty, $"/signals/{site.Raised.Signal}"),
        new("signal-past", Posts.Duty, $"/signals/{site.Ended.Signal}?known=2026-09-23+15:00"),
        new("search", Posts.Duty, "/search?q=" + Uri.EscapeDataString("电镀")),
        new("search-none", Posts.Duty, "/search?q=zzzz"),
        new("components", Posts.Duty, "/dev/components"),
        new("refusal", Posts.Duty, $"/transfers/{site.Reported.Transfer}x", 404),
        new("today-inspector", Posts.Inspector, "/today"),
        new("signal-confirmed", Posts.Inspector, $"/signals/{site.OnSite.Signal}"),
        new("tasks", Posts.Inspector, "/tasks"),
        new("task-open", Posts.Inspector, $"/tasks/{site.OnSite.Task}"),
        new("task-done", Posts.Inspector, $"/tasks/{site.Ended.Task}"),
        new("cases", Posts.Inspector, "/cases"),
        new("case-evidence", Posts.Inspector, $"/cases/{site.Forgotten.Case}"),
        new("case-documents", Posts.Inspector, $"/cases/{site.Forgotten.Case}?tab=documents"),
        new("case-facts", Posts.Inspector, $"/cases/{site.Forgotten.Case}?tab=facts"),
        new("case-parties", Posts.Inspector, $"/cases/{site.Forgotten.Case}?tab=parties"),
        new("case-decide", Posts.Inspector, $"/cases/{site.Forgotten.Case}?tab=decide"),
        new("case-former-owner", Posts.Inspector, $"/cases/{site.Ended.Case}"),
        new("transfers", Posts.Inspector, "/transfers"),
        new("transfer-supplement", Posts.Inspector, $"/transfers/{site.Accepted.Transfer}"),
        new("registers", Posts.Inspector, "/registers"),
        new("enterprises", Posts.Inspector, "/registers/enterprises"),
        new("enterprise", Posts.Inspector, "/registers/enterprises/ent-electroplating"),
        new("accounting", Posts.Duty, "/registers/accounting"),
        new("law", Posts.Inspector, "/law"),
        new("law-row", Posts.Inspector, "/law/rows/PE-C03"),
        new("law-clock", Posts.Inspector, "/law/clocks/K03"),
        new("me", Posts.Inspector, "/me"),
        new("case-decide-head", Posts.Head, $"/cases/{site.Below.Case}?tab=decide"),
        new("transfer-reported", Posts.Head, $"/transfers/{site.Reported.Transfer}"),
        new("samples", Posts.Laboratory, "/samples"),
        new("sample-received", Posts.Laboratory, $"/samples/{site.OnSite.Sample}"),
        new("today-police", Posts.Police, "/today"),
        new("case-criminal", Posts.Police, $"/cases/{site.Ended.Case}?tab=transfer"),
        new("transfer-late", Posts.Police, $"/transfers/{site.Late.Transfer}"),
        new("transfer-ended", Posts.Police, $"/transfers/{site.Ended.Transfer}"),
        new("transfer-print", Posts.Police, $"/transfers/{site.Ended.Transfer}/print"),
        new("oversight", Posts.Procurator, "/oversight"),
        new("access-log", Auditor, "/access-log"),
    ];
}
