using Qingshan.Registry.Codes;

namespace Qingshan.Registry.Tests.Codes;

public sealed class MmsiTests
{
    [Theory]
    [InlineData("412000001")]
    [InlineData("413000001")]
    [InlineData("201000000")]
    [InlineData("775999999")]
    public void AShipsNumber_Passes(string mmsi) => Assert.Null(Mmsi.Check(mmsi));

    [Theory]
    [InlineData("", "registry.mmsi-length: An MMSI has 9 digits; this one has 0 characters.")]
    [InlineData("0", "registry.mmsi-length: An MMSI has 9 digits; this one has 1 characters.")]
    [InlineData("4120000010", "registry.mmsi-length: An MMSI has 9 digits; this one has 10 characters.")]
    [InlineData("41200000X", "registry.mmsi-character: Character 9 of the MMSI, X, is no digit.")]
    [InlineData("４12000001", "registry.mmsi-character: Character 1 of the MMSI, ４, is no digit.")]
    [InlineData("000000000", "registry.mmsi-not-a-ship: A ship's MMSI begins with 2 to 7; one that begins with 0 is a coast station's, a group's, an aircraft's, a handheld's or a mark's.")]
    [InlineData("993000001", "registry.mmsi-not-a-ship: A ship's MMSI begins with 2 to 7; one that begins with 9 is a coast station's, a group's, an aircraft's, a handheld's or a mark's.")]
    [InlineData("200000001", "registry.mmsi-country: The first three digits of the MMSI, 200, are assigned to no country (201 to 775; 412, 413 and 414 are China's).")]
    [InlineData("776000001", "registry.mmsi-country: The first three digits of the MMSI, 776, are assigned to no country (201 to 775; 412, 413 and 414 are China's).")]
    public void WhatNoShipBears_SaysWhatIsWrong(string mmsi, string answer) => Assert.Equal(answer, Mmsi.Check(mmsi)?.ToString());
}
