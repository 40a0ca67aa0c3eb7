using Microsoft.Playwright;

namespace Qingshan.Browser.Tests.Browsing;

/// <summary>What keeps people out of a page, as axe-core finds it by WCAG 2.1 A and AA: only what is serious or critical.</summary>
internal static class Accessibility
{
    private const string Run = """
        () => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"] }).then(found => found.violations
          .filter(violation => violation.impact === "serious" || violation.impact === "critical")
          .map(violation => `${violation.id} (${violation.impact}) ${violation.help}: ` + violation.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} [${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}]`).join(" | ")))
        """;

    /// <summary>Needs the checker in the page: <see cref="Artifacts.Axe"/> as a script of the browser's context, which the content policy does not touch.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(IPage page) => await page.EvaluateAsync<string[]>(Run);
}
