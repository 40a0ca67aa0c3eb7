using System.Text;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212CrcTests
{
    [Fact]
    public void The_sample_of_annex_A_gives_1C80() => Assert.Equal(
        0x1C80,
        Hj212Crc.Compute("QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&"u8));

    [Fact]
    public void No_bytes_give_the_initial_value() => Assert.Equal(0xFFFF, Hj212Crc.Compute([]));

    [Fact]
    public void All_three_ways_agree_at_every_length()
    {
        var random = new Random(212);
        var bytes = new byte[2049];
        random.NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length += length < 64 ? 1 : 31)
        {
            var segment = bytes.AsSpan(0, length);
            var expected = BitByBit(segment);
            Assert.Equal(expected, Hj212Crc.Compute(segment));
            Assert.Equal(expected, Hj212Crc.ComputeByTable(segment));
            var cut = length / 3;
            Assert.Equal(expected, Hj212Crc.Append(Hj212Crc.Compute(segment[..cut]), segment[cut..]));
        }
    }

    [Fact]
    public void It_is_not_the_modbus_checksum()
    {
        var segment = Encoding.ASCII.GetBytes(Samples.RealTimeSegment);
        Assert.NotEqual(Modbus(segment), Hj212Crc.Compute(segment));
    }

    private static ushort BitByBit(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFF;
        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
        }

        return (ushort)crc;
    }

    private static ushort Modbus(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFF;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
        }

        return (ushort)crc;
    }
}
