namespace Qingshan.Protocols.Hj212;

/// <summary>Command codes the library treats by name.</summary>
public static class Hj212Codes
{
    public const int RealTimeData = 2011;
    public const int DailyData = 2031;
    public const int MinuteData = 2051;
    public const int HourlyData = 2061;
    public const int RequestAnswer = 9011;
    public const int ExecutionResult = 9012;
    public const int NoticeAnswer = 9013;
    public const int DataAnswer = 9014;

    /// <summary>Heartbeat (2025).</summary>
    public const int Heartbeat = 9015;

    /// <summary>System code of answers.</summary>
    public const string SystemExchange = "91";

    /// <summary>Whether the system or the command exists only since the edition of 2025.</summary>
    internal static bool IsOnly2025(in Hj212Segment segment) => Is2025("st", segment.St) || Is2025("cn", segment.Cn);

    private static bool Is2025(string kind, ReadOnlySpan<byte> code) =>
        code.Length is 2 or 4 && Hj212Catalogue.IsOnly2025(kind, Hj212Text.ToText(code));
}
