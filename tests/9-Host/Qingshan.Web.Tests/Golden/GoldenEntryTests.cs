using System.Text;
using System.Text.Json;
using Qingshan.Record.Entries;
using Qingshan.TestKit;
using Qingshan.Web.Hosting;

namespace Qingshan.Web.Tests.Golden;

/// <summary>
/// Old entries live for ever: for every entry type and each version of its shape there is one stored body in <c>Golden/</c>, which this program must
/// read, and write again byte for byte in the newest shape. The files are never changed; a new version of a type adds one.
/// </summary>
public sealed class GoldenEntryTests
{
    private static readonly EntryCatalogue Catalogue = EntryCatalogue.Of(SiteRecord.Options("", TimeProvider.System).EntryAssemblies);

    private static string Folder => Path.Combine(SharedData.RepositoryRoot, "tests", "9-Host", "Qingshan.Web.Tests", "Golden");

    public static IEnumerable<object[]> Versions =>
        Catalogue.Types.SelectMany(type => Enumerable.Range(1, type.Schema).Select(schema => new object[] { type.Name, schema }));

    [Theory]
    [MemberData(nameof(Versions))]
    public void Sample_OfEveryVersion_ReadsAndIsWrittenAgain(string name, int schema)
    {
        var type = Catalogue.Types.Single(type => type.Name == name);
        var path = PathOf(name, schema);
        Assert.True(File.Exists(path), $"Add {path}: {Encoding.UTF8.GetString(EntryCatalogue.Write((EntryBody)Specimen.Of(type.Class)))}");
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var body = Catalogue.Read(name, schema, json.RootElement);
        Assert.IsType(type.Class, body);
        Assert.Equal(File.ReadAllText(PathOf(name, type.Schema)).TrimEnd(), Encoding.UTF8.GetString(EntryCatalogue.Write(body)));
    }

    [Fact]
    public void Samples_AreOfTypesThatExist() => Assert.Empty(
        System.IO.Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension)
            .Except(Versions.Select(version => $"{version[0]}.{version[1]}")));

    private static string PathOf(string name, int schema) => Path.Combine(Folder, $"{name}.{schema}.json");
}
