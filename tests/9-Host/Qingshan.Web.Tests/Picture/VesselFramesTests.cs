using System.Buffers.Binary;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Qingshan.Sensing.Vessels;
using Qingshan.TestKit;
using Qingshan.Web.Picture;

namespace Qingshan.Web.Tests.Picture;

public sealed class VesselFramesTests
{
    private readonly FakeTime time = new();

    [Fact]
    public void WhoAsksWithinATick_GetsTheSameBytes()
    {
        var frames = Frames(new InventedFleet(() => time.Now, 3));

        var first = frames.Since(0);
        time.Advance(Duration.FromMilliseconds(499));

        Assert.Same(first, frames.Since(0));
        time.Advance(Duration.FromMilliseconds(501));
        Assert.Equal((1L, 2L), (first.Change, frames.Since(0).Change));
    }

    [Fact]
    public void Since_GivesWhatCameAfter_AndNothingWhenNothingDid()
    {
        var frames = Frames(new InventedFleet(() => time.Now, 3));

        Assert.Equal((3, true), Count(frames.Since(0)));
        Assert.Equal((0, false), Count(frames.Since(1)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void AChangeThatWasNeverReached_GivesEverything(long since)
    {
        var frames = Frames(new InventedFleet(() => time.Now, 3));

        Assert.Equal((3, true), Count(frames.Since(since)));
    }

    [Fact]
    public void MoreThanAFrameHolds_ComesInTwo()
    {
        const int vessels = VesselFrame.MaxVessels + 10;
        var frames = Frames(new ListedVessels([.. Enumerable.Range(1, vessels).Select(n => new VesselFix(n, time.Now, 0, 0, 0, 0, 0, 0, n))]));

        var first = frames.Since(0);
        var rest = frames.Since(first.Change);

        Assert.Equal((VesselFrame.MaxVessels, true, 50_000L), (Count(first).Vessels, Count(first).Complete, first.Change));
        Assert.Equal((10, false, 50_010L), (Count(rest).Vessels, Count(rest).Complete, rest.Change));
    }

    [Fact]
    public void WithoutASource_TheFrameIsEmptyAndSaysSo()
    {
        var bytes = Frames(null).Since(0).Bytes;

        Assert.Equal((VesselFrame.HeadSize, 5), (bytes.Length, BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10))));
    }

    private VesselFrames Frames(IVesselPicture? picture)
    {
        var services = new ServiceCollection();
        if (picture is not null)
            services.AddSingleton(picture);
        return new VesselFrames(time, services.BuildServiceProvider());
    }

    private static (int Vessels, bool Complete) Count(VesselFrameBytes frame) =>
        ((int)BinaryPrimitives.ReadUInt32LittleEndian(frame.Bytes.AsSpan(12)), (frame.Bytes[10] & 1) != 0);

    private sealed class ListedVessels(IReadOnlyList<VesselFix> fixes) : IVesselPicture
    {
        public long Change => fixes[^1].Change;

        public IReadOnlyList<VesselFix> Since(long change) => [.. fixes.Where(fix => fix.Change > change)];

        public IReadOnlyList<VesselFix> At(Instant at) => fixes;

        public VesselIdentity? Identity(int mmsi) => null;

        public IReadOnlyList<VesselFix> Track(int mmsi, Instant from, Instant to) => [];
    }
}
