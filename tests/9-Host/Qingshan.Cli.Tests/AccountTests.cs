namespace Qingshan.Cli.Tests;

/// <summary>The first accounts of a site, on the server machine.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task Create_PrintsAOneTimeCode_AndResetAnother()
    {
        using var scratch = new Scratch();
        var data = scratch["var"];
        var made = await Command.RunAsync("account", "create", "--user", "lin", "--name", "林某某", "--division", "330900", "--data", data);
        Assert.Equal(0, made.Code);
        Assert.Matches("^one-time code, valid 24 h: [0-9A-Z]{4}(-[0-9A-Z]{4}){3}\n$", made.Out);
        var again = await Command.RunAsync("account", "create", "--user", "lin", "--name", "林某某", "--data", data);
        Assert.Equal(new Run(1, "", "用户名“lin”已被使用。 · The user name lin is taken.\n"), again);
        var reset = await Command.RunAsync("account", "reset", "--user", "lin", "--data", data);
        Assert.Equal(0, reset.Code);
        Assert.NotEqual(made.Out, reset.Out);
    }

    [Fact]
    public async Task Create_NeedsUserAndName() => Assert.Equal(2, (await Command.RunAsync("account", "create", "--user", "lin")).Code);
}
