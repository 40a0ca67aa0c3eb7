namespace Qingshan.Sensing.Archive;

/// <summary>Cuts a sequence of records into batches, by their number and by their bytes: a thousand stretches of 64 kB are not what a thousand frames are.</summary>
internal static class RecordBatches
{
    /// <summary>Batches in order. One that reaches either bound is full; a single record may go beyond the bytes.</summary>
    public static IEnumerable<IReadOnlyList<ArchiveRecord>> InBatches(this IEnumerable<ArchiveRecord> records, int most, long bytes)
    {
        var batch = new List<ArchiveRecord>();
        var held = 0L;
        foreach (var record in records)
        {
            batch.Add(record);
            held += record.Bytes.Length;
            if (batch.Count < most && held < bytes)
                continue;
            yield return batch;
            (batch, held) = ([], 0);
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
