using System.Text;
using NodaTime;
using Qingshan.Directory.Accounts;

namespace Qingshan.Directory.Tests.Accounts;

/// <summary>Codes of RFC 6238, appendix B (there with eight digits), and base32 of RFC 4648, section 10.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void Code_IsThatOfTheStandard(long unixSeconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(Instant.FromUnixTimeSeconds(unixSeconds))));

    [Theory]
    [InlineData(-31, null)]
    [InlineData(-30, 2L)]
    [InlineData(0, 2L)]
    [InlineData(29, 2L)]
    [InlineData(30, 2L)]
    [InlineData(59, 2L)]
    [InlineData(60, null)]
    public void Code_FitsItsOwnStepAndTheNeighbours(int secondsLater, long? step) =>
        Assert.Equal(step, Totp.Match(Secret, Totp.Code(Secret, 2), Instant.FromUnixTimeSeconds(60 + secondsLater), lastStep: 0));

    [Theory]
    [InlineData(1, 2L)]
    [InlineData(2, null)]
    [InlineData(3, null)]
    public void Code_OfAStepThatWasUsed_FitsNoMore(long lastStep, long? step) =>
        Assert.Equal(step, Totp.Match(Secret, Totp.Code(Secret, 2), Instant.FromUnixTimeSeconds(60), lastStep));

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("２８７０８２")]
    public void Code_OfAnotherShape_FitsNever(string code) => Assert.Null(Totp.Match(Secret, code, Instant.FromUnixTimeSeconds(59), 0));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void Base32_IsThatOfTheStandard(string plain, string text) => Assert.Equal(text, Base32.Write(Encoding.ASCII.GetBytes(plain)));

    [Fact]
    public void OneTimeCode_ReadsWhatPeopleMakeOfIt()
    {
        var next = 0;
        var code = OneTimeCode.New(OneTimeCode.Whole, bytes =>
        {
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = (byte)(next = (next + 17) % 256);
        });
        Assert.Equal("H2K4N6Q8SAVCXEZG", code);
        Assert.Equal("H2K4-N6Q8-SAVC-XEZG", OneTimeCode.Show(code));
        Assert.Equal(code, OneTimeCode.Read(" h2k4 n6q8-savc xezg "));
        Assert.Equal("110", OneTimeCode.Read("Il!oU"));
    }
}
