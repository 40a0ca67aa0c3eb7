using Qingshan.Record;
using Qingshan.Record.Attachments;
using Qingshan.Record.Bundles;
using Qingshan.Record.Checkpoints;
using Qingshan.Record.Entries;
using Qingshan.Web.Hosting;

namespace Qingshan.Web.Tests.Story;

/// <summary>The bundle of a proceeding, and the keys that another office would have pinned.</summary>
internal static class StoryBundle
{
    /// <summary>Exports every stream of the proceeding once all of it is signed and witnessed.</summary>
    public static async Task<BundleSummary> ExportAsync(StorySite site, Proceeding story, string path)
    {
        var record = site.Service<SqliteRecord>();
        await StorySite.UntilAsync(
            () => record.LatestCheckpoint is { } signed && signed.Checkpoint.Size == record.Count && signed.Signatures.Count == 4, "the checkpoint was witnessed");
        var files = site.Service<IAttachmentStore>();
        StreamId[] streams =
        [
            new("signal", story.Signal), new("task", story.Task), new("sample", story.Sample), new("case", story.Case), new("transfer", story.Transfer),
            new("supervision", story.Transfer),
        ];
        return BundleWriter.Write(site.Data, new BundleRequest(streams, files.Open, _ => null), path).Require();
    }

    public static Trust Trust(StorySite site)
    {
        using var key = FileSigningKey.Open(Path.Combine(site.Data, "keys", "site.pem"), "site");
        return new Trust([key.Public], [.. SiteRecord.WitnessNames.Select(name => Witness(site, name))], SiteRecord.WitnessNames.Count);
    }

    private static PublicKey Witness(StorySite site, string name)
    {
        using var key = FileSigningKey.Open(Path.Combine(SiteRecord.WitnessFolder(site.Data, name), "key.pem"), name);
        return key.Public;
    }
}
