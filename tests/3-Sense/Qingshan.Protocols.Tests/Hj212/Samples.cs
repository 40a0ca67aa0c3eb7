using System.Text;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

internal static class Samples
{
    public const string Mn = "QSDEMO00000000000000A001";

    /// <summary>A real-time upload of an invented station, answer wanted.</summary>
    public const string RealTimeSegment =
        "QN=20260301101500123;ST=32;CN=2011;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;CP=&&DataTime=20260301101500;" +
        "w20117-Rtd=2610.5,w20117-Flag=N;w01001-Rtd=7.12,w01001-Flag=N;w00000-Rtd=12.40,w00000-Flag=N&&";

    /// <summary>An hourly upload of an invented station.</summary>
    public const string HourlySegment =
        "QN=20260301110000123;ST=32;CN=2061;PW=654321;MN=QSDEMO00000000000000A001;Flag=5;CP=&&DataTime=20260301100000;" +
        "w20117-Cou=0.118,w20117-Min=2600,w20117-Avg=2805.25,w20117-Max=3100,w20117-Flag=N&&";

    public static byte[] Frame(string segment) => Hj212Encoder.Frame(Encoding.UTF8.GetBytes(segment));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static Hj212Frame Read(byte[] raw)
    {
        Assert.True(Hj212Frame.TryRead(raw, out var frame));
        return frame;
    }

    public static Hj212Segment Segment(string text) => Hj212Segment.Parse(Bytes(text));

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
