namespace Qingshan.Sensing.Replay;

/// <summary>How a recording is sent.</summary>
/// <param name="Speed">Times as fast as recorded, by the QN of the frames; null: as fast as the other side takes it.</param>
/// <param name="Connections">Connections; all frames of one station go through the same one. Default 1, at most 10,000.</param>
public sealed record ReplayOptions(double? Speed = null, int Connections = 1, Segmentation Segmentation = Segmentation.Whole);

/// <summary>How far a replay is.</summary>
/// <param name="Sent">Frames and foreign stretches sent.</param>
/// <param name="Bytes">Bytes sent.</param>
/// <param name="Answers">Answers (9013, 9014) that came back.</param>
public sealed record ReplayProgress(long Sent, long Bytes, long Answers);
