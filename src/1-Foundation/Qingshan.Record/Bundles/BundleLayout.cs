using System.Globalization;
using System.Text.RegularExpressions;

namespace Qingshan.Record.Bundles;

/// <summary>The file names of a bundle.</summary>
internal static partial class BundleLayout
{
    public const int Format = 1;
    public const string Manifest = "manifest.json";
    public const string Checkpoint = "checkpoint.txt";
    public const string Proofs = "proofs.json";
    public const string Keys = "keys.json";
    public const string Index = "index.html";

    /// <summary>The files that every bundle has.</summary>
    public static readonly string[] Always = [Manifest, Checkpoint, Proofs, Keys, Index];

    public static string EntryPath(long position) => string.Create(CultureInfo.InvariantCulture, $"entries/{position:D12}.json");

    public static string AttachmentPath(string sha256) => "attachments/" + sha256;

    /// <summary>True for a name that a bundle may hold; nothing else is ever opened.</summary>
    public static bool IsAllowed(string path) => Allowed().IsMatch(path);

    [GeneratedRegex(@"\A(manifest\.json|checkpoint\.txt|proofs\.json|keys\.json|index\.html|entries/[0-9]{12,18}\.json|attachments/[0-9a-f]{64})\z")]
    private static partial Regex Allowed();
}
