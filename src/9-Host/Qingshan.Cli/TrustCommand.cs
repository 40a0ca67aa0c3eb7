using System.CommandLine;
using Qingshan.Record.Bundles;
using Qingshan.Record.Checkpoints;
using Qingshan.Web.Hosting;

namespace Qingshan.Cli;

/// <summary><c>qingshan trust [--data DIR]</c>: prints the trust file of the site, to be handed to whoever verifies.</summary>
internal static class TrustCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var command = new Command("trust", "Print the trust file of the site: operator and witnesses.") { data };
        command.SetAction(parsed => Run(parsed.Folder(data)));
        return command;
    }

    private static int Run(string folder)
    {
        if (!File.Exists(SiteRecord.KeyPath(folder)))
            return DataOption.NoSite(folder);
        using var key = FileSigningKey.Open(SiteRecord.KeyPath(folder), SiteRecord.SignerName);
        var witnesses = new List<PublicKey>();
        foreach (var name in SiteRecord.WitnessNames.Where(name => File.Exists(SiteRecord.WitnessKeyPath(folder, name))))
        {
            using var witness = FileSigningKey.Open(SiteRecord.WitnessKeyPath(folder, name), name);
            witnesses.Add(witness.Public);
        }

        Console.Out.Write(new Trust([key.Public], witnesses, witnesses.Count).Text);
        return Done.Ok;
    }
}
