using System.CommandLine;
using Qingshan.Record.Reasons;
using Qingshan.Web.Hosting;

namespace Qingshan.Cli;

/// <summary>
/// <c>qingshan account create</c> and <c>reset</c>: accounts on the server machine, while no server runs on the folder. Prints a one-time code; a password is
/// chosen by its person in the browser and never stands in an argument or a log.
/// </summary>
internal static class AccountCommand
{
    public static Command Create() => new("account", "Make the first accounts of a site, or give one a new one-time code.") { CreateAccount(), ResetAccount() };

    private static Command CreateAccount()
    {
        var (data, user) = (DataOption.Create(), Needed("--user", "User name: 2 to 64 lower-case letters, digits or . - _"));
        var name = Needed("--name", "Name of the person.");
        var english = Plain("--name-en", "Name in Latin letters; as --name when left out.", "");
        var post = Plain("--post", $"Post the person is appointed to (default {AccountSetup.FirstPost}, which is set up when the site has none).", AccountSetup.FirstPost);
        var division = Plain("--division", "GB/T 2260 code of the site; needed for the first account.", "");
        var command = new Command("create", "Register a person, appoint to a post, make an account.") { user, name, english, post, division, data };
        command.SetAction(async (parsed, cancel) => Say(await AccountSetup.CreateAsync(
            parsed.Folder(data),
            new NewAccount(parsed.GetValue(user)!, parsed.GetValue(name)!.Trim(), parsed.GetValue(english)!.Trim(), parsed.GetValue(post)!, parsed.GetValue(division)!),
            TimeProvider.System, cancel)));
        return command;
    }

    private static Command ResetAccount()
    {
        var (data, user) = (DataOption.Create(), Needed("--user", "User name."));
        var command = new Command("reset", "Take password, second factors and sessions away; give a new one-time code.") { user, data };
        command.SetAction(async (parsed, cancel) => Say(await AccountSetup.ResetAsync(parsed.Folder(data), parsed.GetValue(user)!, TimeProvider.System, cancel)));
        return command;
    }

    private static int Say(Outcome<string> outcome)
    {
        if (!outcome.TryGet(out var code, out var refusal))
            return Done.Failed(refusal);
        Console.Out.WriteLine($"one-time code, valid 24 h: {code}");
        Console.Error.WriteLine("请当面交给本人，在 /sign-in/one-time 登录并设置密码 · hand it over in person; its person signs in at /sign-in/one-time and chooses a password");
        return Done.Ok;
    }

    private static Option<string> Needed(string name, string description) => new(name) { Description = description, Required = true };

    private static Option<string> Plain(string name, string description, string otherwise) => new(name) { Description = description, DefaultValueFactory = _ => otherwise };
}
