using System.Text;
using Qingshan.Sensing.Archive;
using Qingshan.Sensing.Listening;

namespace Qingshan.Sensing.Tests.Vessels;

public sealed class AisCutterTests
{
    private const string Sentence = "!AIVDM,1,1,,A,15M67FC000G?ufbE`FepT@3n00Sa,0*5C";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Feed_AnySegmentation_OneStretchALine(int step)
    {
        var cut = Cut(Encoding.ASCII.GetBytes($"2026-05-11 12:00:00\r\n{Sentence}\r\n\r\n\\s:a*12\\{Sentence}\n"), step);
        Assert.Equal(
            [(StretchCut.NoFrameStart, "2026-05-11 12:00:00"), (StretchCut.Frame, Sentence), (StretchCut.Frame, $"\\s:a*12\\{Sentence}")],
            cut.Select(s => (s.Cut, Encoding.ASCII.GetString(s.Bytes.Span))));
        Assert.All(cut, s => Assert.Equal(("here:1", 7L, SourceAuthentication.Receiver), (s.Source, s.Connection, s.Authentication)));
    }

    [Fact]
    public void Complete_LastLineWithoutEnd_IsKept()
    {
        Assert.Equal([(StretchCut.Frame, Sentence)], Cut(Encoding.ASCII.GetBytes(Sentence), 1000).Select(s => (s.Cut, Encoding.ASCII.GetString(s.Bytes.Span))));
        Assert.Equal([StretchCut.Incomplete], Cut("half a li"u8.ToArray(), 1000).Select(s => s.Cut));
    }

    [Fact]
    public void Feed_TenMegabytesWithoutALineEnd_PiecesThatKeepEveryByte()
    {
        var bytes = new byte[10_000_000];
        bytes.AsSpan().Fill((byte)'x');
        var cut = Cut(bytes, 65_536);
        Assert.Equal(2442, cut.Count);
        Assert.Equal(bytes.Length, cut.Sum(s => s.Bytes.Length));
        Assert.All(cut.SkipLast(1), s => Assert.Equal((StretchCut.NoFrameEnd, 4096), (s.Cut, s.Bytes.Length)));
        Assert.Equal(StretchCut.Incomplete, cut[^1].Cut);
    }

    [Fact]
    public void Feed_UnknownReceiver_CountsAsUntrusted()
    {
        var cutter = new AisCutter("there:2", 1, SourceAuthentication.UnknownReceiver);
        cutter.Feed(Encoding.ASCII.GetBytes(Sentence + "\r\n"), TestClock.Noon);
        Assert.Equal((false, (long)Sentence.Length + 2, true), (cutter.Identified, cutter.UntrustedBytes, cutter.HasDecided));
    }

    private static List<Stretch> Cut(byte[] bytes, int step)
    {
        var cutter = new AisCutter("here:1", 7, SourceAuthentication.Receiver);
        var all = new List<Stretch>();
        for (var at = 0; at < bytes.Length; at += step)
        {
            cutter.Feed(bytes.AsSpan(at, Math.Min(step, bytes.Length - at)), TestClock.Noon);
            all.AddRange(cutter.Take().Stretches);
        }

        cutter.Complete(TestClock.Noon);
        all.AddRange(cutter.Take().Stretches);
        return all;
    }
}
