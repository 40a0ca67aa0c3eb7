namespace Qingshan.Sensing.Tests;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("sensing-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
