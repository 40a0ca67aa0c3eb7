using System.Net;
using NodaTime.Extensions;
using Qingshan.Directory.Accounts;
using Qingshan.Record.Reasons;
using Qingshan.Web.Hosting;
using Qingshan.Web.Security;

namespace Qingshan.Web;

/// <summary>How the server runs: the options of <c>qingshan serve</c>, each also an environment variable (<c>--tls-cert</c> is <c>QINGSHAN_TLS_CERT</c>), and what only a program sets.</summary>
public sealed record ServeOptions
{
    /// <summary>Addresses to listen on, separated by <c>;</c>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Folder of databases, keys, archive and evidence.</summary>
    public string Data { get; init; } = "var";

    /// <summary>PostgreSQL connection string; null for the embedded database.</summary>
    public string? Database { get; init; }

    /// <summary><c>HOST:PORT</c> of each listener; one that is null is not opened.</summary>
    public string? Hj212 { get; init; }

    public string? Ais { get; init; }

    public string? AisUdp { get; init; }

    /// <summary>Addresses of the AIS receivers whose sentences count, separated by <c>,</c>; loopback always does.</summary>
    public string? AisReceivers { get; init; }

    /// <summary>The receivers' own times (<c>c:</c> of the tag block) are event times; by default the time of receipt is.</summary>
    public bool AisTrustTime { get; init; }

    public string? Jt808 { get; init; }

    public string? RemoteId { get; init; }

    /// <summary>Loads the demo site and lets the demo bar switch posts; loopback only.</summary>
    public bool Demo { get; init; }

    /// <summary>How long the demo's past hour takes to come in; zero sends it at once.</summary>
    public TimeSpan DemoFeed { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>The clock of everything that is recorded; another than the system's only where a test needs a certain day.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>PEM file of the certificate (with chain); needed for <c>https://</c>.</summary>
    public string? TlsCert { get; init; }

    /// <summary>PEM file of its private key.</summary>
    public string? TlsKey { get; init; }

    /// <summary>The known receivers, parsed.</summary>
    public IReadOnlyList<IPAddress> Receivers => [.. Split(AisReceivers).Select(IPAddress.Parse)];

    /// <summary>The listening addresses, parsed.</summary>
    public IReadOnlyList<Uri> Addresses =>
        [.. Urls.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => new Uri(url))];

    public bool Tls => Addresses.Any(address => address.Scheme == Uri.UriSchemeHttps);

    /// <summary>Says why the server must not start like this; null when it may. Reasons: <see cref="ServeReasons"/>.</summary>
    public Refusal? Check()
    {
        foreach (var url in Urls.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
                return ServeReasons.BadAddress.Refuse(("url", url));
            var loopback = IsLoopback(address);
            if (address.Scheme == Uri.UriSchemeHttp && !loopback)
                return ServeReasons.PlainHttp.Refuse(("url", url));
            if (Demo && !loopback)
                return ServeReasons.DemoNotLoopback.Refuse(("url", url));
            if (address.Scheme == Uri.UriSchemeHttps && !(File.Exists(TlsCert) && File.Exists(TlsKey)))
                return ServeReasons.CertificateMissing.Refuse();
        }

        if (Addresses.Count == 0)
            return ServeReasons.BadAddress.Refuse(("url", Urls));
        if (!Tls && !(string.IsNullOrEmpty(TlsCert) && string.IsNullOrEmpty(TlsKey)))
            return ServeReasons.CertificateUnused.Refuse();
        if (Tls && TlsPair.Read(TlsCert!, TlsKey!, Clock.GetUtcNow().ToInstant()).Refusal is { } unfit)
            return unfit;
        foreach (var (name, value) in Listeners)
        {
            if (value is not null && !IPEndPoint.TryParse(value, out _))
                return ServeReasons.BadListener.Refuse(("option", name), ("value", value));
            if (Demo && value is not null && !IPAddress.IsLoopback(IPEndPoint.Parse(value).Address))
                return ServeReasons.DemoNotLoopback.Refuse(("url", value));
        }

        if (Split(AisReceivers).FirstOrDefault(receiver => !IPAddress.TryParse(receiver, out _)) is { } receiver)
            return ServeReasons.BadReceiver.Refuse(("value", receiver));
        if (NotBuilt.FirstOrDefault(option => option.Value is not null).Name is { } option)
            return ServeReasons.NotBuilt.Refuse(("option", option));
        return Demo && SqliteAccounts.HoldsRealAccounts(SiteRecord.AccountsPath(Data)) ? ServeReasons.RealAccounts.Refuse(("data", Data)) : null;
    }

    private IReadOnlyList<(string Name, string? Value)> Listeners => [("--hj212", Hj212), ("--ais", Ais), ("--ais-udp", AisUdp)];

    private static string[] Split(string? list) => (list ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Named by the contract, built by later work: who asks for one must not believe that it listens.
    private IReadOnlyList<(string Name, string? Value)> NotBuilt =>
        [("--database", Database), ("--jt808", Jt808), ("--remoteid", RemoteId)];

    private static bool IsLoopback(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
