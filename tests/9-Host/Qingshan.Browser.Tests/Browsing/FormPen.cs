using Microsoft.Playwright;

namespace Qingshan.Browser.Tests.Browsing;

/// <summary>Fills in one form as a person does: unfolds it, types, presses the button, reads the answer.</summary>
internal sealed class FormPen(Desk desk, string verb)
{
    public ILocator Form => desk.Page.Locator($"form[data-action-form][action='/do/{verb}'], form[data-action-form][action^='/do/{verb}/']").First;

    /// <summary>Types into a field, chooses from a list or ticks a box; the name is the member of the command.</summary>
    public async Task<FormPen> FillAsync(string name, string value)
    {
        await UnfoldAsync();
        desk.Count();
        var control = Form.Locator($"[name=\"{name}\"]:not([type=hidden])").First;
        switch (await control.EvaluateAsync<string>("control => control.type"))
        {
            case "select-one":
                await control.SelectOptionAsync(value);
                break;
            case "checkbox" or "radio":
                await Form.Locator($"[name=\"{name}\"][value=\"{value}\"]:not([type=hidden])").CheckAsync();
                break;
            default:
                await control.FillAsync(value);
                break;
        }

        return this;
    }

    /// <summary>Types a number and chooses its unit, which share one name.</summary>
    public async Task<FormPen> FillAsync(string name, string number, string unit)
    {
        await FillAsync(name, number);
        desk.Count();
        await Form.Locator($"select[name=\"{name}\"]").SelectOptionAsync(unit);
        return this;
    }

    /// <summary>Hands files to the drop field and waits until the server keeps each; gives their digests as the server said them.</summary>
    public async Task<IReadOnlyList<string>> DropAsync(params FilePayload[] files)
    {
        await UnfoldAsync();
        desk.Count();
        await Form.Locator("input[type=file]").SetInputFilesAsync(files);
        var kept = Form.Locator(".file-state[title]");
        await Assertions.Expect(kept).ToHaveCountAsync(files.Length, new() { Timeout = 60_000 });
        return [.. (await kept.EvaluateAllAsync<string[]>("states => states.map(state => state.title)"))];
    }

    /// <summary>Presses the button and waits for the page that says it is done.</summary>
    public async Task SendAsync()
    {
        await UnfoldAsync();
        desk.Count();
        await desk.Page.EvaluateAsync("() => { window.qsBefore = true; }");
        await Button.ClickAsync();
        var outcome = await desk.Page.WaitForFunctionAsync(
            "() => document.querySelector('form .refusal') ? document.querySelector('form .refusal').innerText : !window.qsBefore && document.querySelector('[data-toast]') ? 'done' : null");
        Assert.Equal("done", await outcome.JsonValueAsync<string>());
        await desk.Page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Presses the button and reads why it was refused; what was typed stays.</summary>
    public async Task<string> RefusedAsync(int status, string code)
    {
        await UnfoldAsync();
        desk.Count();
        desk.Watch.Expect(status, $"/do/{verb}");
        await Button.ClickAsync();
        var refusal = Form.Locator($".refusal[data-code='{code}']");
        await refusal.WaitForAsync();
        return await refusal.InnerTextAsync();
    }

    private ILocator Button => Form.Locator("button[type=submit]").First;

    /// <summary>Opens what the form is folded into.</summary>
    public async Task UnfoldAsync()
    {
        await Form.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        // Folded forms open by their heading, from the outermost inwards.
        while (!await Form.IsVisibleAsync())
        {
            var folded = desk.Page.Locator("details:not([open])").Filter(new() { Has = Form }).First;
            await folded.Locator("summary").First.ClickAsync();
        }
    }
}
