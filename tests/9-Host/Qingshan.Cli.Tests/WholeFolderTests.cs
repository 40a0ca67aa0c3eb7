namespace Qingshan.Cli.Tests;

/// <summary>Putting a folder in place loses neither what stood there nor what was kept before.</summary>
public sealed class WholeFolderTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void PutInPlace_KeepsWhatStoodThere()
    {
        Make("fresh");
        Make("site");
        WholeFolder.PutInPlace(scratch["fresh"], scratch["site"], scratch["kept"]);
        Assert.Equal(("fresh", "site"), (Content("site"), Content("kept")));
    }

    [Fact]
    public void PutInPlace_WhereTheFreshFolderCannotMove_GivesBackWhatStoodThere()
    {
        Make("site");
        Assert.Throws<DirectoryNotFoundException>(() => WholeFolder.PutInPlace(scratch["fresh"], scratch["site"], scratch["kept"]));
        Assert.Equal("site", Content("site"));
        Assert.False(System.IO.Directory.Exists(scratch["kept"]));
    }

    [Fact]
    public void PutInPlace_OverWhatWasKept_Throws()
    {
        foreach (var name in new[] { "fresh", "site", "kept" })
            Make(name);
        Assert.Throws<IOException>(() => WholeFolder.PutInPlace(scratch["fresh"], scratch["site"], scratch["kept"]));
        Assert.Equal(("site", "kept"), (Content("site"), Content("kept")));
    }

    [Fact]
    public void Free_CountsPastWhatIsTaken()
    {
        Assert.Equal(scratch["kept"], WholeFolder.Free(scratch["kept"]));
        Make("kept");
        Make("kept-2");
        Assert.Equal(scratch["kept-3"], WholeFolder.Free(scratch["kept"]));
    }

    private void Make(string name)
    {
        System.IO.Directory.CreateDirectory(scratch[name]);
        File.WriteAllText(Path.Combine(scratch[name], "name"), name);
    }

    private string Content(string name) => File.ReadAllText(Path.Combine(scratch[name], "name"));
}
