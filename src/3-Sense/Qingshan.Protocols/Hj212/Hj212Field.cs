namespace Qingshan.Protocols.Hj212;

/// <summary>The fields before the data area, in the order the standard gives them.</summary>
public enum Hj212Field
{
    Qn,
    St,
    Cn,
    Pw,
    Mn,
    Flag,
    Pnum,
    Pno,

    /// <summary>RF, since 2025.</summary>
    Rf,
}
