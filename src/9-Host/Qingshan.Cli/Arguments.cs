using System.CommandLine;

namespace Qingshan.Cli;

/// <summary>Arguments that are names; what looks like an option is refused as an unknown one instead of being taken for a name.</summary>
internal static class Arguments
{
    public static Argument<string> Name(string name, string description) => Guard(new Argument<string>(name) { Description = description });

    public static Argument<string?> InputFile() =>
        Guard(new Argument<string?>("file") { Description = "File to read; standard input when absent or -.", Arity = ArgumentArity.ZeroOrOne });

    private static Argument<T> Guard<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-'))
                result.AddError($"Unrecognized option '{token.Value}'.");
        });
        return argument;
    }
}
