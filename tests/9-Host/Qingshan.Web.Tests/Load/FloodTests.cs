using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Qingshan.Sensing.Listening;
using Qingshan.Web.Security;
using Qingshan.Web.Tests.Accounts;
using Qingshan.Web.Tests.StandIns;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.Load;

/// <summary>Silent and noisy crowds against a whole site. Outcomes are asserted, never speeds: whoever is innocent is answered, whoever floods is refused.</summary>
public sealed class FloodTests(StorySite site) : IClassFixture<StorySite>
{
    private const string User = "proc-dh-procurator-1";

    [CrowdFact]
    public async Task FiveThousandSilentConnections_ToTheWebPort_KeepNobodyOut()
    {
        var places = site.Service<ConnectionPlaces>();
        using var crowd = await Crowd.OpenAsync(5000, site.Address.Port, "127.0.0.1");
        foreach (var from in new[] { "127.0.0.1", "127.2.0.1" })
        {
            using var innocent = new Surfer(site.Address, from);
            Assert.Equal(204, (await innocent.SignInAsync(User, site.PasswordOf(User))).Status);
            Assert.Equal(200, (await innocent.GetAsync("/me")).Status);
        }

        Assert.Equal(0, places.Counts.Refused);
        await crowd.ClosedAsync(3000);
        Assert.InRange(places.Counts.Open, 0, 2000 + 20);
    }

    [CrowdFact]
    public async Task FiveThousandSilentConnections_ToTheDeviceListener_KeepNoStationOut()
    {
        var before = Listener.Displaced;
        using var crowd = await Crowd.OpenAsync(5000, Listener.Endpoint!.Port, "127.0.0.1");
        await site.ExceedAsync("2.61", "2.62", "2.63");
        await crowd.ClosedAsync(4700);
        Assert.True(Listener.Displaced - before > 0);
        Assert.Equal(0, Listener.Refused);
    }

    [Fact]
    public async Task DeviceConnectionsFromOneSource_StarveNoStationElsewhere()
    {
        using var crowd = await Crowd.OpenAsync(400, Listener.Endpoint!.Port, "127.2.0.9");
        await crowd.SayAsync("##no frame at all "u8.ToArray());
        await site.ExceedAsync("2.71", "2.72", "2.73");
        // 256 places of one address: the first made room for the last.
        await crowd.ClosedAsync(144);
    }

    [Fact]
    public async Task RequestsFromOneSource_AreRefused_AndOthersAreAnswered()
    {
        var answers = await PipelineAsync("127.2.0.2", connections: 10, each: 400);
        Assert.Equal(4000, answers.Ok + answers.Limited);
        Assert.InRange(answers.Limited, 1, 3600);
        using var innocent = new Surfer(site.Address, "127.2.0.3");
        Assert.Equal(204, (await innocent.SignInAsync(User, site.PasswordOf(User))).Status);
        Assert.Equal(200, (await innocent.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task GuessesFromOneSource_LockThatSource_AndNotThePerson()
    {
        const string user = "proc-zs-procurator-1";
        using var guesser = new Surfer(site.Address, "127.2.0.4");
        var answers = new List<string?>();
        for (var i = 0; i < 8; i++)
            answers.Add((await guesser.SignInAsync(user, $"guess {i}")).Code);
        Assert.Equal([.. Enumerable.Repeat("account.wrong-credentials", 5), .. Enumerable.Repeat("account.locked", 3)], answers);
        Assert.Equal("account.locked", (await guesser.SignInAsync(user, site.PasswordOf(user))).Code);
        using var person = new Surfer(site.Address, "127.2.0.5");
        Assert.Equal(204, (await person.SignInAsync(user, site.PasswordOf(user))).Status);
    }

    [Fact]
    public async Task ConnectionsThatSpoke_FillTheShareOfTheirSourceOnly()
    {
        var data = System.IO.Directory.CreateTempSubdirectory("qingshan-places-");
        await using (var small = TestSite.Build(
            new ServeOptions { Urls = "http://127.0.0.1:0", Data = data.FullName }, services => services.AddSingleton(new ConnectionPlaces(new ConnectionLimits(Total: 30, PerSource: 10)))))
        {
            await small.StartAsync();
            var address = new Uri(small.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            var places = small.Services.GetRequiredService<ConnectionPlaces>();
            using var keepers = await Crowd.OpenAsync(10, address.Port, "127.2.0.6");
            await keepers.SayAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            await keepers.AnsweredAsync();
            using var newcomer = await Crowd.OpenAsync(1, address.Port, "127.2.0.6");
            await newcomer.ClosedAsync(1);
            Assert.Equal((10, 1L, 0L), places.Counts);
            using var innocent = new Surfer(address, "127.2.0.7");
            Assert.Equal(204, (await innocent.SignInAsync("p-shi", "right")).Status);
        }

        data.Delete(recursive: true);
    }

    private ListenerStatus Listener => site.Service<IListeners>().Status[0];

    private async Task<(int Ok, int Limited)> PipelineAsync(string from, int connections, int each)
    {
        var request = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n", each - 1)) + "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        var answers = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(IPAddress.Loopback, site.Address.Port);
            using var stream = new NetworkStream(socket);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var reading = reader.ReadToEndAsync();
            await stream.WriteAsync(request);
            return await reading;
        }));
        return (answers.Sum(text => Count(text, "HTTP/1.1 200 ")), answers.Sum(text => Count(text, "HTTP/1.1 429 ")));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
