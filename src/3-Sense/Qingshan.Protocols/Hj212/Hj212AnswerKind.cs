namespace Qingshan.Protocols.Hj212;

/// <summary>What the platform owes a device for a frame.</summary>
public enum Hj212AnswerKind
{
    None,

    /// <summary>9014: data were received.</summary>
    Data,

    /// <summary>9013: a notice was received.</summary>
    Notice,
}
