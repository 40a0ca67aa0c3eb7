namespace Qingshan.Web.Tests.Story;

/// <summary>A folder for one test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("qingshan-scratch-").FullName;

    public string this[string name] => Path.Combine(folder, name);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);
}
