using Qingshan.Protocols.Hj212;

namespace Qingshan.Protocols.Tests.Hj212;

public class Hj212MaskTests
{
    [Theory]
    [InlineData("ST=32;PW=secret;MN=M;CP=&&&&", "ST=32;PW=******;MN=M;CP=&&&&")]
    [InlineData("PW=;MN=M", "PW=******;MN=M")]
    [InlineData("PW=se,cret,MN=M", "PW=******,MN=M")]
    [InlineData("pw=secret", "pw=******")]
    [InlineData("CN=1072;PW=old;CP=&&NewPW=new&&", "CN=1072;PW=******;CP=&&NewPW=******&&")]
    [InlineData("CN=1072;PW=old;CP=&&QN=1;PW=new&&", "CN=1072;PW=******;CP=&&QN=1;PW=******&&")]
    [InlineData("CN=1014;CP=&&SKCreateTime=20260301000000;NewSK=0123ABCD&&", "CN=1014;CP=&&SKCreateTime=20260301000000;NewSK=******&&")]
    [InlineData("##0317PW=cut of", "##0317PW=******")]
    [InlineData("no password", "no password")]
    [InlineData("", "")]
    public void Passwords_are_hidden(string text, string expected) => Assert.Equal(expected, Hj212Mask.Text(Samples.Bytes(text)));
}
