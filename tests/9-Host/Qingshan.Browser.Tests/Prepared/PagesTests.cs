using System.Collections.Concurrent;
using Qingshan.Browser.Tests.Browsing;

namespace Qingshan.Browser.Tests.Prepared;

/// <summary>Every page in two languages, two themes and two sizes: a picture of each, nothing sticks out to the side, nothing that keeps people out.</summary>
public sealed class PagesTests(Chromium chromium, PreparedSite prepared) : IClassFixture<Chromium>, IClassFixture<PreparedSite>
{
    private const int Tabs = 3;

    public static TheoryData<string> Looks => [.. Look.All.Select(look => look.ToString())];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Page_InEveryLook_FitsAndKeepsNobodyOut(string name)
    {
        var look = Look.All.Single(look => look.ToString() == name);
        var faults = new ConcurrentQueue<string>();
        var waiting = new ConcurrentQueue<IGrouping<string?, Sight>>(Sights.Of(prepared).GroupBy(sight => sight.Post));
        await Task.WhenAll(Enumerable.Range(0, Tabs).Select(async _ =>
        {
            while (waiting.TryDequeue(out var group))
                await LookAsync(look, group, faults);
        }));
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    private async Task LookAsync(Look look, IGrouping<string?, Sight> sights, ConcurrentQueue<string> faults)
    {
        await using var desk = await Desk.OpenAsync(chromium, prepared.Site, look, sights.Key);
        await desk.Context.AddInitScriptAsync(scriptPath: Artifacts.Axe);
        foreach (var sight in sights)
        {
            if (sight.Status != 200)
                desk.Watch.Expect(sight.Status, sight.Path);
            var answer = await desk.Page.GotoAsync(sight.Path);
            if (answer!.Status != sight.Status)
                faults.Enqueue($"{sight.Name}: answered {answer.Status}");
            if (await desk.PictureAsync(sight.Name) is { } tooWide)
                faults.Enqueue(tooWide);
            foreach (var barrier in await Accessibility.BarriersAsync(desk.Page))
                faults.Enqueue($"{sight.Name}: {barrier}");
        }
    }
}
