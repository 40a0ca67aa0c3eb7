using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Win32.SafeHandles;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;
using Qingshan.Sensing.Listening;
using Qingshan.Sensing.Observations;

namespace Qingshan.Sensing.Tests;

/// <summary>Archive, listener on a free loopback port, store and follower over a folder.</summary>
internal sealed class Site : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource stop = new();
    private readonly Task following;

    private Site(string folder, ListenerOptions? options, ArchiveOptions? archive, Action<SafeFileHandle>? flush, bool follow)
    {
        Archive = SegmentArchive.Open(System.IO.Path.Combine(folder, "archive"), archive ?? new ArchiveOptions(), Clock, flush ?? RandomAccess.FlushToDisk);
        Store = new ObservationStore(new ObservationDatabase(System.IO.Path.Combine(folder, "observations.db")), "hj212");
        Rules = ObservationRules.From(new SensingOptions { DataFolder = folder });
        Listener = new DeviceListener(SensingModule.Hj212, Archive, SensingModule.Hj212Cutters(Registry), options ?? new ListenerOptions(), _ => FreeBytes, Clock, NullLogger<DeviceListener>.Instance);
        Listener.Start(new IPEndPoint(IPAddress.Loopback, 0));
        var follower = new ObservationFollower(Archive, Store, Rules, Registry, Clock, NullLogger<ObservationFollower>.Instance);
        following = follow ? Task.Run(() => follower.RunAsync(stop.Token)) : Task.CompletedTask;
    }

    /// <summary>Free bytes on the disk, as the listener is told.</summary>
    public long FreeBytes { get; set; } = 1L << 40;

    public TestClock Clock { get; } = new();

    public TestRegistry Registry { get; } = new();

    public SegmentArchive Archive { get; }

    public ObservationStore Store { get; }

    public ObservationRules Rules { get; }

    public DeviceListener Listener { get; }

    public IObservations Observations => new ObservationQueries(Archive, Store);

    public ObservationFeed Feed => new(Archive, Store, Rules, Registry, Clock);

    public AccountingReport Accounting => new ArchiveAccounting(Archive, Store).Report()!;

    public static Site Open(
        string folder, ListenerOptions? options = null, ArchiveOptions? archive = null, Action<SafeFileHandle>? flush = null, bool follow = true) =>
        new(folder, options, archive, flush, follow);

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(Listener.Endpoint!);
        return socket;
    }

    /// <summary>Sends bytes over a connection of its own and waits until the listener has closed it.</summary>
    public async Task SendAsync(byte[] bytes, int step = int.MaxValue)
    {
        using var socket = await ConnectAsync();
        for (var at = 0; at < bytes.Length; at += Math.Min(step, bytes.Length - at))
            await socket.SendAsync(bytes.AsMemory(at, Math.Min(step, bytes.Length - at)));
        socket.Shutdown(SocketShutdown.Send);
        await ReadToEndAsync(socket);
    }

    public static async Task<byte[]> ReadToEndAsync(Socket socket)
    {
        using var all = new MemoryStream();
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(Patience);
        while (await socket.ReceiveAsync(buffer.AsMemory(), patience.Token) is > 0 and var read)
            all.Write(buffer.AsSpan(0, read));
        return all.ToArray();
    }

    /// <summary>Waits until everything archived is decoded and stored.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Store.Checkpoint.Records < Archive.Records)
            await Task.Delay(5, patience.Token);
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(5, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Listener.DisposeAsync();
        await stop.CancelAsync();
        await following;
        Store.Dispose();
        await Archive.DisposeAsync();
        stop.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
