using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Qingshan.Record.Reasons;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Demo;
using Qingshan.Sensing.Listening;
using Qingshan.Sensing.Observations;

namespace Qingshan.Sensing.Tests;

public sealed class SensingModuleTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Host_RunsTheDemoHour_AndStopsInTime()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(new TestClock());
        builder.Services.AddSingleton<IRegistry, TestRegistry>();
        builder.Services.AddSensing(new SensingOptions
        {
            DataFolder = folder.Path,
            Hj212 = new IPEndPoint(IPAddress.Loopback, 0),
            DemoFeed = new DemoFeedOptions { Duration = TimeSpan.FromMilliseconds(200) },
        });
        using var host = builder.Build();
        await host.StartAsync();
        var accounting = host.Services.GetRequiredService<IAccounting>();
        await Site.UntilAsync(() => accounting.Report()[0] is { Stored: 122, Pending: 0 });
        Assert.Equal(122, host.Services.GetRequiredService<IObservations>().Slice(TestRegistry.Plating.Mn, TestClock.Noon - Duration.FromHours(1), TestClock.Noon).Records.Count * 2);
        Assert.NotNull(host.Services.GetRequiredService<IListeners>().Status[0].Endpoint);
        Assert.NotNull(host.Services.GetRequiredService<IObservationFeed>());

        var watch = Stopwatch.StartNew();
        await host.StopAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await ((IAsyncDisposable)host).DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public void Reasons_AreUnique_AndInBothLanguages()
    {
        var fields = typeof(SensingReasons).GetFields().Where(f => f.FieldType == typeof(Reason)).Select(f => (Reason)f.GetValue(null)!).ToList();
        Assert.Equal(fields.Count, SensingReasons.ByCode.Count);
        Assert.All(fields, r => Assert.True(r.Zh.Length > 0 && r.En.Length > 0 && r.Code.StartsWith("sensing.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Options_AreCheckedWhenAdded()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentException>(() => services.AddSensing(new SensingOptions { DataFolder = "" }));
        Assert.Throws<ArgumentException>(() => services.AddSensing(new SensingOptions { DataFolder = "x", DemoFeed = new DemoFeedOptions() }));
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddSensing(
            new SensingOptions { DataFolder = "x", Archive = new() { GroupWindow = TimeSpan.FromMilliseconds(21) } }));
    }
}
