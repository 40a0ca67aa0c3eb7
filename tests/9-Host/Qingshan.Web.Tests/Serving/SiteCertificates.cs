using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Qingshan.Web.Tests.Serving;

/// <summary>An authority made for a test, and PEM files of what it issues.</summary>
internal sealed class SiteCertificates : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("qingshan-tls-");
    private readonly ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SiteCertificates()
    {
        var request = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        Authority = request.CreateSelfSigned(Start.AddYears(-20), Start.AddYears(100));
    }

    public X509Certificate2 Authority { get; }

    /// <summary>Writes certificate and key for <c>localhost</c> and 127.0.0.1; gives the paths.</summary>
    /// <param name="from">First valid day, in days from 2026-01-01.</param>
    public (string Cert, string Key) Issue(string name, int from = -3650, int to = 30_000, string use = "1.3.6.1.5.5.7.3.1", AsymmetricAlgorithm? with = null)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = with ?? made;
        var request = key is RSA rsa
            ? new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest("CN=localhost", (ECDsa)key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        var generator = X509SignatureGenerator.CreateForECDsa(authorityKey);
        using var certificate = request.Create(Authority.SubjectName, generator, Start.AddDays(from), Start.AddDays(to), RandomNumberGenerator.GetBytes(8));
        return (Write($"{name}.crt", certificate.ExportCertificatePem() + "\n" + Authority.ExportCertificatePem()), Write($"{name}.key", key.ExportPkcs8PrivateKeyPem()));
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Trusts an authority alone, and only for the name that was asked for.</summary>
    public static HttpClientHandler Trusting(X509Certificate2 authority) => new()
    {
        AllowAutoRedirect = false,
        CheckCertificateRevocationList = false,
        ServerCertificateCustomValidationCallback = (_, certificate, _, errors) =>
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(authority);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return !errors.HasFlag(System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch) && chain.Build(certificate!);
        },
    };

    public void Dispose()
    {
        Authority.Dispose();
        authorityKey.Dispose();
        folder.Delete(recursive: true);
    }
}
