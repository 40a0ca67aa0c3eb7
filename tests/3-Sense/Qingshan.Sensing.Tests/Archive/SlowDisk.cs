using Microsoft.Win32.SafeHandles;

namespace Qingshan.Sensing.Tests.Archive;

/// <summary>A disk whose flush can be held back.</summary>
internal sealed class SlowDisk : IDisposable
{
    private readonly ManualResetEventSlim open = new(true);
    private TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a flush has begun since <see cref="Hold"/>.</summary>
    public Task Reached => reached.Task;

    public void Hold()
    {
        reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        open.Reset();
    }

    public void Release() => open.Set();

    public void Flush(SafeFileHandle file)
    {
        reached.TrySetResult();
        open.Wait();
        RandomAccess.FlushToDisk(file);
    }

    public void Dispose() => open.Dispose();
}
