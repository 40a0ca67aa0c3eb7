using NodaTime;
using Qingshan.Web.Formats;

namespace Qingshan.Web.Tests.Formats;

public sealed class KnownAtTests
{
    [Theory]
    [InlineData("2026-03-02 09:00")]
    [InlineData("02032026 0900")]
    [InlineData("2026-03-02T09:00:00+08:00")]
    [InlineData("2026-03-02T01:00:00Z")]
    public void It_reads_a_time_as_people_and_addresses_write_it(string text)
    {
        Assert.True(KnownAt.TryRead(text, out var instant));
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 1, 0), instant);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Nothing_given_is_the_present(string? text)
    {
        Assert.True(KnownAt.TryRead(text, out var instant));
        Assert.Null(instant);
    }

    [Fact]
    public void What_is_no_time_is_refused() => Assert.False(KnownAt.TryRead("yesterday", out _));

    [Fact]
    public void The_link_to_what_was_known_then_includes_the_entry_itself()
    {
        var recorded = Instant.FromUtc(2026, 3, 2, 1, 0, 5) + Duration.FromMilliseconds(700);

        var text = KnownAt.After(recorded);

        Assert.Equal("2026-03-02 09:00:06", text);
        Assert.True(KnownAt.TryRead(text, out var instant) && instant >= recorded);
    }
}
