using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Qingshan.Record.Storage;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;
using Qingshan.Sensing.Demo;
using Qingshan.Sensing.Listening;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Observations;
using Qingshan.Sensing.Vessels;

namespace Qingshan.Sensing;

/// <summary>Sensing as the host adds it. It needs <c>IRegistry</c>, <see cref="TimeProvider"/> and logging; the registry must be filled before hosted parts start.</summary>
public static class SensingModule
{
    /// <summary>Names of the listeners, also of their archives' folders.</summary>
    public const string Hj212 = "hj212";

    public const string Ais = "ais";

    /// <summary>Adds archives, listeners, observations, tracks, feeds and accounting, and the hosted part that runs them.</summary>
    public static IServiceCollection AddSensing(this IServiceCollection services, SensingOptions options)
    {
        options.Validate();
        services.AddSingleton(options).AddSingleton(options.Listener);
        services.TryAddSingleton<FreeSpace>(_ => Disk.Free);
        services.AddSingleton<IAccounting, ListenerAccounts>();
        // Before the demo feeds, which send to its listeners.
        services.AddHostedService<SensingHost>();
        services.AddHj212(options).AddAis(options);
        services.AddSingleton<IListeners>(s => new AllListeners(
            [s.GetRequiredService<DeviceListener>(), s.GetRequiredKeyedService<DeviceListener>(Ais), s.GetRequiredService<DatagramListener>()]));
        return services;
    }

    private static IServiceCollection AddHj212(this IServiceCollection services, SensingOptions options)
    {
        var rules = ObservationRules.From(options);
        services.AddSingleton(rules);
        services.AddSingleton(s => OpenArchive(s, options, Hj212));
        services.AddSingleton(_ => new ObservationStore(new ObservationDatabase(Path.Combine(options.DataFolder, "observations.db")), Hj212));
        services.AddSingleton<ObservationFollower>();
        services.AddSingleton<IObservationFeed, ObservationFeed>();
        services.AddSingleton<IObservations, ObservationQueries>();
        services.AddSingleton<IListenerAccount, ArchiveAccounting>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DeviceListener>(s, Hj212, Hj212Cutters(s.GetRequiredService<IRegistry>())));
        if (options.DemoFeed is { } demo)
        {
            services.AddSingleton(s => ActivatorUtilities.CreateInstance<DemoFeed>(
                s, demo, new DemoMarker(Path.Combine(options.DataFolder, "demo-feed")), rules.Zone));
            services.AddHostedService<DemoFeedHost>();
        }

        return services;
    }

    private static IServiceCollection AddAis(this IServiceCollection services, SensingOptions options)
    {
        var cutters = AisCutters(new ReceiverAddresses(options.AisReceivers));
        services.AddSingleton(VesselRules.From(options));
        services.AddKeyedSingleton(Ais, (s, _) => OpenArchive(s, options, Ais));
        services.AddSingleton(_ => new TrackStore(new TrackDatabase(Path.Combine(options.DataFolder, "tracks.db"))));
        services.AddSingleton<VesselPicture>().AddSingleton<IVesselPicture>(s => s.GetRequiredService<VesselPicture>());
        services.AddSingleton(s => OfAis<VesselFollower>(s));
        services.AddSingleton<IVesselFeed>(s => OfAis<VesselFeed>(s));
        services.AddSingleton<IListenerAccount>(s => OfAis<VesselAccounting>(s, options.Ais is not null || options.AisUdp is not null));
        services.AddKeyedSingleton(Ais, (s, _) => OfAis<DeviceListener>(s, Ais, cutters));
        services.AddSingleton(s => OfAis<DatagramListener>(s, "ais-udp", cutters));
        if (options.DemoFeed is not null && options.Ais is not null)
            services.AddHostedService<DemoFleetFeed>();
        return services;
    }

    internal static CutterOf Hj212Cutters(IRegistry registry) =>
        (remote, source, connection) => new Hj212Cutter(source, connection, query => SourceAuthenticator.Judge(registry, remote, query));

    internal static CutterOf AisCutters(ReceiverAddresses receivers) => (remote, source, connection) => new AisCutter(source, connection, receivers.Judge(remote));

    private static SegmentArchive OpenArchive(IServiceProvider services, SensingOptions options, string listener) =>
        SegmentArchive.Open(Path.Combine(options.DataFolder, "archive", listener), options.Archive, services.GetRequiredService<TimeProvider>());

    // What works on the archive of AIS, where the one without a name is that of HJ 212.
    private static T OfAis<T>(IServiceProvider services, params object[] others) =>
        ActivatorUtilities.CreateInstance<T>(services, [services.GetRequiredKeyedService<SegmentArchive>(Ais), .. others]);
}
