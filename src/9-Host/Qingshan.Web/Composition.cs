using System.Net;
using Qingshan.Cases;
using Qingshan.Cases.Evidence;
using Qingshan.Directory;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Directory.Reading;
using Qingshan.Law;
using Qingshan.Record;
using Qingshan.Record.Access;
using Qingshan.Record.Attachments;
using Qingshan.Record.Sealing;
using Qingshan.Record.Views;
using Qingshan.Registry;
using Qingshan.Sensing;
using Qingshan.Sensing.Demo;
using Qingshan.Signals;
using Qingshan.Tasking;
using Qingshan.Transfers;
using Qingshan.Web.CaseFiles;
using Qingshan.Web.Components.Pages.Audit;
using Qingshan.Web.Components.Pages.Oversight;
using Qingshan.Web.Components.Pages.Statutes;
using Qingshan.Web.Components.Pages.Transfers;
using Qingshan.Web.Hosting;

namespace Qingshan.Web;

/// <summary>The one place where record, directory, registry, listeners and modules are put together. Each module brings its own <c>AddX</c>.</summary>
public static class Composition
{
    /// <summary>Registers everything; <c>TimeProvider</c>, <c>Ids</c> and the web parts are there already.</summary>
    public static void Add(WebApplicationBuilder builder, ServeOptions options)
    {
        var services = builder.Services;
        CaseExport.DropLeftovers(options.Data);
        services.AddSingleton(provider => SiteRecord.Open(options, provider));
        services.AddSingleton<IRecord>(provider => provider.GetRequiredService<SqliteRecord>());
        services.AddSingleton<IViewReader>(provider => provider.GetRequiredService<SqliteRecord>());
        services.AddSingleton<ISealer>(_ => Sealer.Open(options.Data));
        services.AddSingleton(_ => AccessLog.Open(options.Data));
        services.AddSingleton<IAccessJournal, LoggedAccess>();
        services.AddSingleton<IAttachmentStore>(provider => provider.GetRequiredService<EvidenceStore>());
        services.AddSingleton(StatuteBook.Load());
        services.AddSingleton<ReadDesk>();
        services.AddSingleton<TransferReader>().AddSingleton<OversightReader>().AddSingleton<LawUse>().AddSingleton<AccessLogReader>();
        if (options.Demo)
            services.AddHostedService<DemoSeeding>();
        services.AddDirectory(new AccountOptions(SiteRecord.AccountsPath(options.Data), options.Demo)).AddRegistry(options.Data);
        services.AddSensing(Sensing(options)).AddSignals(options.Data).AddTasking().AddCases().AddTransfers();
        services.AddHostedService<AccessLogAnchoring>();
    }

    private static SensingOptions Sensing(ServeOptions options) => new()
    {
        DataFolder = options.Data,
        Hj212 = options.Hj212 is { } address ? IPEndPoint.Parse(address) : null,
        Ais = options.Ais is { } ais ? IPEndPoint.Parse(ais) : null,
        AisUdp = options.AisUdp is { } udp ? IPEndPoint.Parse(udp) : null,
        AisReceivers = options.Receivers,
        // The demo fleet sends an hour that lies behind.
        AisTrustTime = options.AisTrustTime || options.Demo,
        DemoFeed = options.Demo && options.Hj212 is not null ? new DemoFeedOptions { Duration = options.DemoFeed } : null,
    };
}
