using Microsoft.Playwright;

namespace Qingshan.Browser.Tests.Browsing;

/// <summary>How a person looks at the site: language of the browser, light or dark, a desk or a phone.</summary>
internal sealed record Look(string Language, ColorScheme Theme, bool Phone)
{
    public static Look Desk { get; } = new("zh", ColorScheme.Light, Phone: false);

    /// <summary>Every way to look: two languages, two themes, two sizes.</summary>
    public static IReadOnlyList<Look> All { get; } =
        [.. from language in new[] { "zh", "en" } from theme in new[] { ColorScheme.Light, ColorScheme.Dark } from phone in new[] { false, true } select new Look(language, theme, phone)];

    public string Locale => Language == "zh" ? "zh-CN" : "en-GB";

    public ViewportSize Viewport => Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 };

    public override string ToString() => $"{Language}-{(Theme == ColorScheme.Dark ? "dark" : "light")}-{(Phone ? "phone" : "desk")}";
}
