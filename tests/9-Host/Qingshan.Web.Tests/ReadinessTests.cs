using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Views;
using Qingshan.Web.Tests.StandIns;

namespace Qingshan.Web.Tests;

/// <summary>A site whose views are behind or broken is not ready.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public void Waiting_NamesWhatIsNotThere_AndWhatFailed()
    {
        var (readiness, loading) = (new Readiness(), new TaskCompletionSource());
        readiness.Add("there", Task.CompletedTask);
        readiness.Add("loading", loading.Task);
        readiness.Add("failed", Task.FromException(new IOException("planted")));
        Assert.Equal(["failed", "loading"], readiness.Waiting);
        loading.SetResult();
        Assert.Equal(["failed"], readiness.Waiting);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.ServiceUnavailable)]
    public async Task Ready_WatchesTheViewsOfTheRecord(bool broken, HttpStatusCode expected)
    {
        var data = System.IO.Directory.CreateTempSubdirectory("qingshan-ready-");
        try
        {
            await FillAsync(data.FullName);
            var faults = new List<string>();
            await using var record = SqliteRecord.Open(Options(data.FullName) with { Views = [new NoteView(broken)], OnFault = fault => faults.Add(fault.Message) });
            await Task.WhenAny(record.ViewsReady);
            Assert.Equal(broken ? ["View note_list cannot be built: planted"] : [], faults);
            await using var app = TestSite.Build(new ServeOptions { Urls = "http://127.0.0.1:0", Data = data.FullName }, services => services.AddSingleton(record));
            await app.StartAsync();
            using var browser = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
            Assert.Equal(expected, (await browser.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(string data)
    {
        await using var record = SqliteRecord.Open(Options(data));
        var entry = new NewEntry(new NoteWritten("n"), NodaTime.Instant.FromUtc(2026, 3, 2, 1, 0));
        (await record.AppendAsync(new Decision("k", "f", new Actor("p", "o", "a", ""), [new(new StreamId("note", "n1"), 0, [entry])]))).Require();
    }

    private static RecordOptions Options(string data) => new() { Folder = data, Time = TimeProvider.System, EntryAssemblies = [typeof(NoteWritten).Assembly] };

    private sealed class NoteView(bool broken) : IView
    {
        public string Name => "note_list";

        public int Version => 1;

        public IReadOnlyList<string> Tables => ["note_list"];

        public string Schema => "CREATE TABLE {note_list} (id TEXT PRIMARY KEY);";

        public void Project(Entry entry, IViewWriter writer)
        {
            if (broken)
                throw new InvalidOperationException("planted");
        }
    }
}

[EntryType("ready.note-written")]
public sealed record NoteWritten(string Text) : EntryBody;
