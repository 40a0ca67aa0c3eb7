using Qingshan.Sensing.Observations;

namespace Qingshan.Sensing.Vessels;

/// <summary>The fixes of one vessel in one time span while they grow.</summary>
internal sealed class TrackBlock
{
    private readonly int mmsi;
    private readonly PackedWriter bytes;
    private StoredFix last;

    public TrackBlock(int mmsi, byte[]? stored)
    {
        this.mmsi = mmsi;
        bytes = new PackedWriter(stored ?? []);
        last = FixCodec.Nothing(mmsi);
        if (stored is null)
            return;
        var fixes = FixCodec.Decode(mmsi, stored);
        (Count, last) = (fixes.Count, fixes[^1]);
    }

    public int Count { get; private set; }

    /// <summary>Not written since the last change.</summary>
    public bool Dirty { get; set; }

    public byte[] Bytes => bytes.ToArray();

    public IReadOnlyList<StoredFix> Fixes => FixCodec.Decode(mmsi, bytes.ToArray());

    /// <summary>Appends a fix; false where it adds nothing: one stands there at that time, or lies closer before it than tracks need.</summary>
    public bool Add(StoredFix fix)
    {
        if (Count > 0 && IsNeedless(fix.Fix))
            return false;
        FixCodec.Append(bytes, last, fix);
        last = fix;
        Count++;
        return Dirty = true;
    }

    // In order is the rule and costs a comparison; what comes late is compared with all.
    private bool IsNeedless(VesselFix fix) => fix.At >= last.Fix.At
        ? fix.At - last.Fix.At < VesselRules.Closest
        : Fixes.Any(f => (f.Fix.At <= fix.At ? fix.At - f.Fix.At : f.Fix.At - fix.At) < VesselRules.Closest);
}
