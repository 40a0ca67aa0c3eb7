using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Qingshan.Web.Assets;

/// <summary>
/// The files of the web root. All addresses carry one hash over all of them (<c>/a/HASH/js/app.js</c>), so that modules which import each
/// other by relative path are cached for ever and change together.
/// </summary>
public sealed class AssetFiles
{
    private readonly FrozenDictionary<string, Asset> files;
    private readonly ConcurrentDictionary<(string Path, string Encoding), byte[]> encoded = new();

    public AssetFiles(string root)
    {
        Root = root;
        files = (System.IO.Directory.Exists(root) ? System.IO.Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [])
            .Select(path => new Asset(Path.GetRelativePath(root, path).Replace('\\', '/'), path, ContentTypeOf(path)))
            .Where(asset => asset.ContentType.Length > 0)
            .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
        Hash = HashOf(files.Values.OrderBy(asset => asset.Name, StringComparer.Ordinal));
    }

    public string Root { get; }

    /// <summary>Twelve hex digits over all names and contents.</summary>
    public string Hash { get; }

    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>The address of a file of the web root: <c>css/app.css</c>.</summary>
    public string Url(string name) => files.ContainsKey(name) ? $"/a/{Hash}/{name}" : throw new InvalidOperationException($"No asset {name}.");

    internal Asset? Find(string name) => files.GetValueOrDefault(name);

    /// <summary>The bytes of a file in the best encoding that the browser takes.</summary>
    internal (byte[] Bytes, string? Encoding) Read(Asset asset, string acceptEncoding)
    {
        var encoding = !asset.Compresses ? null
            : acceptEncoding.Contains("br", StringComparison.Ordinal) ? "br"
            : acceptEncoding.Contains("gzip", StringComparison.Ordinal) ? "gzip"
            : null;
        return (encoded.GetOrAdd((asset.Name, encoding ?? ""), _ => Encode(File.ReadAllBytes(asset.Path), encoding)), encoding);
    }

    private static byte[] Encode(byte[] bytes, string? encoding)
    {
        if (encoding is null)
            return bytes;
        using var target = new MemoryStream();
        using (Stream stream = encoding == "br" ? new BrotliStream(target, CompressionLevel.Optimal) : new GZipStream(target, CompressionLevel.Optimal))
            stream.Write(bytes);
        return target.ToArray();
    }

    private static string HashOf(IEnumerable<Asset> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var asset in assets)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(asset.Name));
            hash.AppendData(File.ReadAllBytes(asset.Path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static string ContentTypeOf(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json; charset=utf-8",
        ".geojson" => "application/geo+json; charset=utf-8",
        ".txt" or ".md" => "text/plain; charset=utf-8",
        ".webmanifest" => "application/manifest+json; charset=utf-8",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        _ => "",
    };
}

/// <summary>One file of the web root.</summary>
internal sealed record Asset(string Name, string Path, string ContentType)
{
    public bool Compresses => ContentType is not ("image/png" or "font/woff2");
}
