using Qingshan.Registry.Codes;

namespace Qingshan.Registry.Tests.Codes;

public sealed class CodeTests
{
    [Theory]
    [InlineData("91130200699229617X")] // the sample of HJ 608-2017
    [InlineData("91330902000000019C")]
    [InlineData("9133090200000006XF")]
    public void AGoodCreditCode_Passes(string code) => Assert.Null(CreditCode.Check(code));

    [Theory]
    [InlineData("", "registry.credit-code-length: A unified social credit code has 18 characters; this one has 0.")]
    [InlineData("91330902000000019", "registry.credit-code-length: A unified social credit code has 18 characters; this one has 17.")]
    [InlineData("91330902000000019CC", "registry.credit-code-length: A unified social credit code has 18 characters; this one has 19.")]
    [InlineData("9133O902000000019C", "registry.credit-code-character: Character 5 of the credit code, O, is not of its set (digits, and capitals except I, O, S, V, Z).")]
    [InlineData("91330902000000019c", "registry.credit-code-character: Character 18 of the credit code, c, is not of its set (digits, and capitals except I, O, S, V, Z).")]
    [InlineData("91330９02000000019C", "registry.credit-code-character: Character 6 of the credit code, ９, is not of its set (digits, and capitals except I, O, S, V, Z).")]
    [InlineData("9133A902000000019C", "registry.credit-code-division: Characters 3 to 8 of the credit code are the digits of a division; these are 33A902.")]
    [InlineData("91330902000000019D", "registry.credit-code-check: The credit code fails its check: the last character would be C, not D. Look for a slip of the pen.")]
    [InlineData("91330920000000019C", "registry.credit-code-check: The credit code fails its check: the last character would be E, not C. Look for a slip of the pen.")]
    public void ABadCreditCode_SaysWhatIsWrong(string code, string answer) => Assert.Equal(answer, CreditCode.Check(code)?.ToString());

    [Fact]
    public void EverySingleSlip_FailsTheCheck()
    {
        const string good = "91330902000000019C";
        foreach (var place in Enumerable.Range(0, CreditCode.Length))
        {
            foreach (var sign in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(sign => sign != good[place]))
                Assert.NotNull(CreditCode.Check($"{good[..place]}{sign}{good[(place + 1)..]}"));
        }
    }

    [Theory]
    [InlineData("91130200699229617X001P", null)]
    [InlineData("913309220000000869001W", null)]
    [InlineData("913309220000000868001W", "registry.credit-code-check")]
    [InlineData("91130200699229617X001", "registry.permit-number-length")]
    [InlineData("91130200699229617X0A1P", "registry.permit-number-sequence")]
    [InlineData("91130200699229617X0011", "registry.permit-number-letter")]
    [InlineData("91130200699229617X001p", "registry.permit-number-letter")]
    public void APermitNumber_IsCreditCodeSequenceAndLetter(string number, string? code) => Assert.Equal(code, PermitNumber.Check(number)?.Reason.Code);

    [Fact]
    public void APermitNumber_BelongsToItsFirm()
    {
        Assert.Null(PermitNumber.Check("91330902000000019C001P", "91330902000000019C"));
        Assert.Equal(
            "registry.permit-number-owner: The permit number belongs to 91330902000000019C, not to the firm's credit code 91130200699229617X.",
            PermitNumber.Check("91330902000000019C001P", "91130200699229617X")?.ToString());
    }

    [Theory]
    [InlineData("330900DE0000000000000001", null)]
    [InlineData("330900DE000000000000001", "registry.device-number-length: A device number (MN) has 24 characters; this one has 23.")]
    [InlineData("330900DG0000000000000001", "registry.device-number-character: Character 8 of the device number (MN), G, is none of 0-9 and A-F.")]
    [InlineData("330900de0000000000000001", "registry.device-number-character: Character 7 of the device number (MN), d, is none of 0-9 and A-F.")]
    public void ADeviceNumber_Is24HexDigits(string mn, string? answer) => Assert.Equal(answer, DeviceNumber.Check(mn)?.ToString());
}
