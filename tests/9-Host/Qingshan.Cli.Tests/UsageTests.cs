namespace Qingshan.Cli.Tests;

/// <summary>Wrong usage ends with 2, says what is wrong in both languages, and writes nothing to standard output.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("clocks", "--nonsense")]
    [InlineData("decode", "hj212", "--nonsense")]
    [InlineData("verify", "--nonsense")]
    [InlineData("backup", "--nonsense")]
    public async Task UnknownOption_IsWrongUsage(params string[] args) => Assert.Equal(
        new Run(2, "", "用法错误 · wrong usage: Unrecognized option '--nonsense'.\nqingshan --help\n"), await Command.RunAsync(args));

    [Fact]
    public async Task UnknownCommand_IsWrongUsage() => Assert.Equal(2, (await Command.RunAsync("frobnicate")).Code);

    [Fact]
    public async Task NoCommand_IsWrongUsage() => Assert.Equal(
        new Run(2, "", "用法错误 · wrong usage: Required command was not provided.\nqingshan --help\n"), await Command.RunAsync());

    [Theory]
    [InlineData("--raw 只用于 ais · --raw is for ais only\n", "decode", "hj212", "--raw")]
    [InlineData("尚未实现：jt808 · not built yet: jt808\n", "decode", "jt808")]
    [InlineData("尚未实现：remoteid · not built yet: remoteid\n", "decode", "remoteid")]
    [InlineData("尚未实现：jt808 · not built yet: jt808\n", "replay", "x", "--protocol", "jt808", "--to", "127.0.0.1:1")]
    [InlineData("没有此协议：modbus · no such protocol: modbus\n", "decode", "modbus")]
    [InlineData("没有此文件：/no/such/file · no such file: /no/such/file\n", "decode", "hj212", "/no/such/file")]
    [InlineData("没有此文件：/no/such/file · no such file: /no/such/file\n", "screen", "/no/such/file")]
    [InlineData("没有此文件：/no/such/key · no such file: /no/such/key\n", "verify", "x", "--trust", "/no/such/key")]
    [InlineData("--to 应为 主机:端口：nowhere · --to must be HOST:PORT: nowhere\n", "replay", "x", "--protocol", "hj212", "--to", "nowhere")]
    [InlineData("--speed 应为正数或 max：0 · --speed must be a number above 0, or max: 0\n", "replay", "x", "--protocol", "hj212", "--to", "127.0.0.1:1", "--speed", "0")]
    [InlineData("--connections 应为 1 至 10000 · --connections must be 1 to 10000\n", "replay", "x", "--protocol", "hj212", "--to", "127.0.0.1:1", "--connections", "0")]
    public async Task WhatCannotBeDone_IsSaidInBothLanguages(string said, params string[] args) => Assert.Equal(new Run(2, "", said), await Command.RunAsync(args));

    [Theory]
    [InlineData("trust")]
    [InlineData("backup")]
    [InlineData("export")]
    public async Task AFolderWithoutASite_IsRefused(string command)
    {
        using var scratch = new Scratch();
        string[] args = command switch
        {
            "backup" => ["backup", scratch["b"], "--data", scratch["none"]],
            "export" => ["export", "1", "--out", scratch["o.zip"], "--data", scratch["none"]],
            _ => ["trust", "--data", scratch["none"]],
        };
        Assert.Equal(new Run(1, "", $"此处没有站点数据：{scratch["none"]} · no data of a site in {scratch["none"]}\n"), await Command.RunAsync(args));
        Assert.False(System.IO.Directory.Exists(scratch["none"]));
    }

    [Fact]
    public async Task Verify_WithAFileThatIsNoTrustFile_IsWrongUsage()
    {
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(scratch["trust"], "hello\n");
        Assert.Equal(new Run(2, "", "信任文件无效 · not a trust file: not a line of a trust file: hello\n"), await Command.RunAsync("verify", "x", "--trust", scratch["trust"]));
    }

    [Fact]
    public async Task Verify_WithoutABundle_SaysSo() => Assert.Equal(new Run(1, "no such file or folder\n", ""), await Command.RunAsync("verify", "/no/such/bundle"));

    [Theory]
    [InlineData("yes", "QINGSHAN_DEMO must be 1, true, 0, false or empty: yes.")]
    [InlineData("TRUE", "The demo runs on loopback only: https://0.0.0.0:1.")]
    [InlineData("1", "The demo runs on loopback only: https://0.0.0.0:1.")]
    [InlineData("False", "An https address needs certificate and key files: --tls-cert, --tls-key.")]
    [InlineData("", "An https address needs certificate and key files: --tls-cert, --tls-key.")]
    public async Task Serve_ReadsTheDemoSetting_OrRefusesIt(string value, string said)
    {
        var run = await Command.WithSettingAsync("QINGSHAN_DEMO", value, "serve", "--urls", "https://0.0.0.0:1", "--data", "none");
        Assert.Equal((2, "", said), (run.Code, run.Out, run.Err.TrimEnd().Split('\n')[^1]));
    }

    [Fact]
    public async Task Serve_OptionWinsOverTheDemoSetting()
    {
        var run = await Command.WithSettingAsync("QINGSHAN_DEMO", "yes", "serve", "--demo", "--urls", "https://0.0.0.0:1", "--data", "none");
        Assert.Equal("The demo runs on loopback only: https://0.0.0.0:1.", run.Err.TrimEnd().Split('\n')[^1]);
    }
}
