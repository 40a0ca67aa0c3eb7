using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Agencies;
using Qingshan.Protocols.Hj212;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Listening;
using Qingshan.Signals.Exceedance;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests.Story;

/// <summary>The whole server with its demo on free ports, on a clock of its own, with a data folder that is gone afterwards.</summary>
public sealed class StorySite : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string data = System.IO.Directory.CreateTempSubdirectory("qingshan-story-").FullName;
    private Dictionary<string, string> passwords = [];
    private Uri address = new("http://127.0.0.1");

    public WebApplication App { get; private set; } = null!;

    internal string Data => data;

    /// <summary>What a test puts in place of the site's own parts.</summary>
    internal Action<IServiceCollection> Adds { get; init; } = _ => { };

    /// <summary>Wednesday 23 September 2026, two days before the Mid-Autumn holiday; the demo's past hour is 09:00 to 09:59.</summary>
    internal SiteClock Clock { get; } = new(SiteTimes.At("2026-09-23 10:30"));

    internal IRecord Record => Service<IRecord>();

    internal Uri Address => address;

    public async Task InitializeAsync()
    {
        var options = new ServeOptions
        {
            Urls = "http://127.0.0.1:0",
            Data = data,
            Demo = true,
            Hj212 = "127.0.0.1:0",
            DemoFeed = TimeSpan.Zero,
            Clock = Clock,
        };
        App = QingshanHost.Build(options, (builder, asked) =>
        {
            builder.Logging.ClearProviders();
            Composition.Add(builder, asked);
            Adds(builder.Services);
        });
        await App.StartAsync();
        address = new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        passwords = (await File.ReadAllLinesAsync(Path.Combine(data, "demo-sign-ins"))).Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1]);
        await UntilAsync(() => Service<IAccounting>().Report()[0] is { Pending: 0 } report && report.Received == DemoFrames, "the demo hour came in");
    }

    public async Task DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        System.IO.Directory.Delete(data, recursive: true);
        System.IO.Directory.Delete(data + "-witnesses", recursive: true);
    }

    /// <summary>What the demo sends: of each station with limits 60 minutes and an hour, and one damaged frame.</summary>
    internal static int DemoFrames => (6 * 61) + 1;

    internal T Service<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>A browser of its own, without a sign-in.</summary>
    internal HttpClient Browser(string? session = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = session is null, AllowAutoRedirect = false }) { BaseAddress = address };
        if (session is not null)
            http.DefaultRequestHeaders.Add("Cookie", $"qs-session={session}");
        return http;
    }

    /// <summary>Signs in by password over HTTP, as a person does.</summary>
    internal async Task<Officer> SignInAsync(string post)
    {
        var http = Browser();
        var answer = await Answer.ReadAsync(await http.PostAsync(new Uri("/api/session", UriKind.Relative), Json.Of(new { user = post, password = passwords[post] })));
        Assert.Equal(204, answer.Status);
        return new Officer(http, Acting(post));
    }

    /// <summary>The same without a password, where many posts are needed at once.</summary>
    internal Officer As(string post)
    {
        var acting = Acting(post);
        return new Officer(Browser(Service<IAccounts>().SignInDemo(acting.Person, post).Require().Token), acting);
    }

    internal Acting Acting(string post, string purpose = "")
    {
        var directory = Service<IDirectory>();
        var held = directory.FindPost(post)!;
        return new Acting(directory.People.First(person => person.Posts.Contains(post)).Id, held, directory.FindAgency(held.Agency)!, purpose);
    }

    internal async Task<TState> StateAsync<TState>(string kind, string id)
        where TState : IFold<TState> => (await Record.ReadAsync(new StreamId(kind, id))).Fold<TState>();

    /// <summary>Sends hexavalent chromium readings, one a minute, as the electroplating firm's station does; gives the signal that they must raise.</summary>
    internal async Task<string> ExceedAsync(params string[] values)
    {
        var station = Service<IRegistry>().Stations.First(s => s.Enterprise == "ent-electroplating");
        Clock.Advance(Duration.FromHours(1));
        var start = Clock.Now - Duration.FromMinutes(values.Length);
        using var device = new TcpClient();
        await device.ConnectAsync(Service<IListeners>().Status[0].Endpoint!);
        for (var minute = 0; minute < values.Length; minute++)
            await device.GetStream().WriteAsync(Frame(station, start + Duration.FromMinutes(minute), values[minute]));
        var signal = SignalIdentity.Of("EX-01", station.Mn, "w20117", start);
        await UntilAsync(async () => (await Record.ReadAsync(new StreamId("signal", signal))).Exists, "the readings raised a signal");
        return signal;
    }

    internal static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            Assert.False(patience.IsCancellationRequested, $"Waited in vain until {what}.");
            await Task.Delay(20);
        }
    }

    internal static Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => Task.FromResult(holds()), what);

    private static byte[] Frame(Station station, Instant at, string value)
    {
        var local = at.InZone(SiteTimes.Zone).LocalDateTime;
        var time = local.ToString("uuuuMMddHHmmss", CultureInfo.InvariantCulture);
        var envelope = new Hj212Envelope(time + "000", station.System, "2011", station.Password, station.Mn, new Hj212Flag(5));
        return Hj212Encoder.Report(
            envelope, new Hj212LocalTime(long.Parse(time, CultureInfo.InvariantCulture), 0), [new Hj212FactorValues("w20117", [new(Hj212Statistic.RealTime, value)], "N")]);
    }
}

/// <summary>Tests that need no site of their own share this one; each raises a signal of its own.</summary>
[CollectionDefinition("story site")]
public sealed class StorySiteCollection : ICollectionFixture<StorySite>;
