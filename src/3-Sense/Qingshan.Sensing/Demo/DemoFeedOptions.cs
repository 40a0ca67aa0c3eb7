namespace Qingshan.Sensing.Demo;

/// <summary>The demo feed: one past hour of the demo stations, sent through the real listener.</summary>
public sealed class DemoFeedOptions
{
    /// <summary>How long the hour takes to send. Default 25 s.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>The station whose factor exceeds its limit; null: the first whose outlet has a limit for it.</summary>
    public string? ExceedingMn { get; init; }

    /// <summary>The factor that exceeds its limit. Default w20117, hexavalent chromium (六价铬).</summary>
    public string ExceedingFactor { get; init; } = "w20117";

    /// <summary>Send a past hour although one was sent before. Default no: a restart adds nothing.</summary>
    public bool Again { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Duration, TimeSpan.Zero);
        ArgumentException.ThrowIfNullOrWhiteSpace(ExceedingFactor);
    }
}
