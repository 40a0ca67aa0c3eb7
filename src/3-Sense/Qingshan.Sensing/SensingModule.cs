using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Qingshan.Record.Storage;
using Qingshan.Sensing.Accounting;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Decoding;
using Qingshan.Sensing.Demo;
using Qingshan.Sensing.Listening;
using Qingshan.Sensing.Observations;

namespace Qingshan.Sensing;

/// <summary>Sensing as the host adds it. It needs <c>IRegistry</c>, <see cref="TimeProvider"/> and logging; the registry must be filled before hosted parts start.</summary>
public static class SensingModule
{
    private const string Listener = "hj212";

    /// <summary>Adds archive, listener, observations, feed and accounting, and the hosted part that runs them.</summary>
    public static IServiceCollection AddSensing(this IServiceCollection services, SensingOptions options)
    {
        options.Validate();
        var rules = ObservationRules.From(options);
        services.AddSingleton(options);
        services.AddSingleton(options.Listener);
        services.AddSingleton(rules);
        services.AddSingleton(s => SegmentArchive.Open(
            Path.Combine(options.DataFolder, "archive", Listener), options.Archive, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new ObservationStore(new ObservationDatabase(Path.Combine(options.DataFolder, "observations.db")), Listener));
        services.AddSingleton<ObservationFollower>();
        services.AddSingleton<IObservationFeed, ObservationFeed>();
        services.AddSingleton<IObservations, ObservationQueries>();
        services.AddSingleton<IAccounting, ArchiveAccounting>();
        services.TryAddSingleton<FreeSpace>(_ => Disk.Free);
        services.AddSingleton<Hj212Listener>();
        services.AddSingleton<IListeners>(s => s.GetRequiredService<Hj212Listener>());
        services.AddHostedService<SensingHost>();
        if (options.DemoFeed is { } demo)
        {
            services.AddSingleton(s => ActivatorUtilities.CreateInstance<DemoFeed>(
                s, demo, new DemoMarker(Path.Combine(options.DataFolder, "demo-feed")), rules.Zone));
            services.AddHostedService<DemoFeedHost>();
        }

        return services;
    }
}
