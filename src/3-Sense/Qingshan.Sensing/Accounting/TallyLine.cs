namespace Qingshan.Sensing.Accounting;

/// <summary>The lines that are counted, per segment of the archive, in the transaction that stores what they count.</summary>
internal static class TallyLine
{
    public const string Decoded = "decoded";
    public const string Rejected = "rejected";
    public const string Stored = "stored";
    public const string Withheld = "withheld";
    public const string ReadingsStored = "readings-stored";
    public const string ReadingsLate = "readings-late";
    public const string ReadingsMerged = "readings-merged";
}
