using System.Text;
using Qingshan.Protocols.Ais;

namespace Qingshan.Protocols.Tests.Ais;

/// <summary>The quick reading of positions says what the layouts say, for any bits.</summary>
public sealed class AisPositionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(27)]
    public void TryRead_AgreesWithTheLayout(int type)
    {
        var random = new Random(type);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[48];
            random.NextBytes(bytes);
            bytes[0] = (byte)(type << 2);
            var bits = new AisBits(bytes, 312);
            Assert.Equal(AisRejection.None, AisLayouts.Find(bits, out var layout));
            Assert.True(AisPosition.TryRead(bits, out var position));
            var scale = type == 27 ? 1000 : 1;
            Assert.Equal(
                (bits.Number(8, 30), Signed(bits, layout, "lon") * scale, Signed(bits, layout, "lat") * scale, bits.Flag(Field(layout, "accuracy").Start)),
                ((uint)position.Mmsi, position.Longitude, position.Latitude, position.Accurate));
            if (type != 27)
                Assert.Equal((Number(bits, layout, "speed"), Number(bits, layout, "course"), Number(bits, layout, "heading"), Number(bits, layout, "second")), (position.Speed, position.Course, position.Heading, position.Second));
            if (type <= 3)
                Assert.Equal(Number(bits, layout, "status"), position.Status);
        }
    }

    [Theory]
    [InlineData(181 * 600_000, 0, false)]
    [InlineData(0, 91 * 600_000, false)]
    [InlineData(180 * 600_000, 90 * 600_000, true)]
    [InlineData(-180 * 600_000, -90 * 600_000, true)]
    [InlineData(0, (90 * 600_000) + 1, false)]
    public void HasPosition_OnEarthOnly(int longitude, int latitude, bool has) =>
        Assert.Equal(has, new AisPosition(1, 412999001, longitude, latitude, 0, 0, 0, 0, 0, false).HasPosition);

    [Fact]
    public void TryRead_OfAnotherType_IsFalse()
    {
        var line = Encoding.ASCII.GetBytes(AisEncoder.Encode(AisScene.Layout(5), 412999001, new Dictionary<string, object>())[0]);
        Assert.Equal(AisRejection.None, NmeaSentence.Read(line, 0, out _));
        Assert.False(AisPosition.TryRead(new AisBits(new byte[64], 424), out _));
        Assert.False(AisPosition.TryRead(new AisBits([1 << 2, 0, 0], 24), out _));
    }

    private static AisField Field(AisLayout layout, string name) => layout.Fields.Single(field => field.Name == name);

    private static uint Number(AisBits bits, AisLayout layout, string name) => bits.Number(Field(layout, name).Start, Field(layout, name).Width);

    private static int Signed(AisBits bits, AisLayout layout, string name) => bits.SignedNumber(Field(layout, name).Start, Field(layout, name).Width);
}
