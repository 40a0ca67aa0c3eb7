using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;
using NodaTime.Text;
using Qingshan.Record.Reasons;

namespace Qingshan.Web.Security;

/// <summary>Certificate, its chain and its key, read from PEM files and checked before the server listens.</summary>
internal sealed record TlsPair(X509Certificate2 Certificate, X509Certificate2Collection Chain, Instant Until)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The pair, or why the server must not start with it. Reasons: <see cref="ServeReasons"/>.</summary>
    public static Outcome<TlsPair> Read(string certFile, string keyFile, Instant now)
    {
        if (Text(certFile) is not { } certPem || Certificates(certPem) is not [var leaf, ..] all)
            return ServeReasons.CertificateUnreadable.Refuse(("file", certFile));
        if (Text(keyFile) is not { } keyPem || PublicKeyOf(keyPem) is not { } publicKey)
            return ServeReasons.KeyUnreadable.Refuse(("file", keyFile));
        if (!publicKey.AsSpan().SequenceEqual(leaf.PublicKey.ExportSubjectPublicKeyInfo()))
            return ServeReasons.KeyMismatch.Refuse(("cert", certFile), ("key", keyFile));
        var (from, until) = (Instant.FromDateTimeUtc(leaf.NotBefore.ToUniversalTime()), Instant.FromDateTimeUtc(leaf.NotAfter.ToUniversalTime()));
        if (now > until)
            return ServeReasons.CertificateExpired.Refuse(("file", certFile), ("until", Show(until)));
        if (now < from)
            return ServeReasons.CertificateEarly.Refuse(("file", certFile), ("from", Show(from)));
        if (leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } uses && !uses.EnhancedKeyUsages.Cast<Oid>().Any(use => use.Value == ServerAuthentication))
            return ServeReasons.CertificateOtherUse.Refuse(("file", certFile));
        // Writing the pair as PKCS#12 in memory lets the key be used on every platform.
        using var pair = X509Certificate2.CreateFromPem(certPem, keyPem);
        return new TlsPair(X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null), [.. all.Skip(1)], until);
    }

    private static string? Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IReadOnlyList<X509Certificate2> Certificates(string pem)
    {
        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(pem);
            return [.. all];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    // Keys under a password are not read: nobody is there to type it when the machine starts.
    private static byte[]? PublicKeyOf(string pem)
    {
        using var rsa = RSA.Create();
        using var curve = ECDsa.Create();
        foreach (AsymmetricAlgorithm key in new AsymmetricAlgorithm[] { curve, rsa })
        {
            try
            {
                key.ImportFromPem(pem);
                return key.ExportSubjectPublicKeyInfo();
            }
            catch (Exception other) when (other is CryptographicException or ArgumentException)
            {
                // Not a key of this kind.
            }
        }

        return null;
    }

    private static string Show(Instant time) => InstantPattern.General.Format(time);
}
