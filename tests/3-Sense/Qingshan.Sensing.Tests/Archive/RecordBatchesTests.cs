using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Tests.Archive;

public sealed class RecordBatchesTests
{
    [Theory]
    [InlineData(3, 1000, "3 3 1")]
    [InlineData(100, 250, "3 3 1")]
    [InlineData(100, 100, "1 1 1 1 1 1 1")]
    [InlineData(100, 1000, "7")]
    public void Batches_AreBoundedByNumberAndBytes(int most, long bytes, string sizes)
    {
        var records = Enumerable.Range(0, 7).Select(i => new ArchiveRecord(
            new(1, i), new(1, i + 1), TestClock.Noon, "", 1, StretchCut.Frame, SourceAuthentication.Password, default, new byte[100])).ToList();
        var batches = records.InBatches(most, bytes).ToList();
        Assert.Equal(sizes, string.Join(' ', batches.Select(batch => batch.Count)));
        Assert.Equal(records, batches.SelectMany(batch => batch));
    }
}
