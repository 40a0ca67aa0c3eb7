using System.Runtime.Versioning;
using Qingshan.Record.Storage;

namespace Qingshan.Record.Tests.Storage;

[UnsupportedOSPlatform("windows")]
public sealed class TightFileTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_MakesTheFoldersAndReplacesTheFile()
    {
        var path = folder["a/b/secret"];
        TightFile.Write(path, "one");
        TightFile.Write(path, "two");
        Assert.Equal("two", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder["a/b"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void TouchAndAppend_MakeTheFileOnceAndKeepItsContent()
    {
        var path = folder["list"];
        TightFile.Append(path, "a\n");
        TightFile.Touch(path);
        TightFile.Append(path, "b\n");
        Assert.Equal("a\nb\n", File.ReadAllText(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Flush_OfAFolderThatIsNotThere_Throws()
    {
        FolderFlush.Flush(folder.Path);
        Assert.Throws<IOException>(() => FolderFlush.Flush(folder["none"]));
    }
}
