namespace Qingshan.Sensing.Replay;

/// <summary>How a sender cuts its frames into TCP segments.</summary>
public enum Segmentation
{
    /// <summary>One write a frame.</summary>
    Whole,

    /// <summary>Two writes a frame, cut at a place that changes from frame to frame.</summary>
    Split,

    /// <summary>Several frames in one write.</summary>
    Glued,

    /// <summary>One write a byte.</summary>
    OneByte,
}
