using Qingshan.Record.Reasons;

namespace Qingshan.Cli;

/// <summary>How a command ends, with its line for people.</summary>
internal static class Done
{
    public const int Ok = 0;

    /// <summary>The input was processed, but something in it was refused or could not be done.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    public static int Failed(string zh, string en) => Say(Refused, $"{zh} · {en}");

    public static int Failed(Refusal refusal) => Failed(refusal.Zh, refusal.En);

    public static int Wrong(string zh, string en) => Say(Usage, $"{zh} · {en}");

    public static int NotBuilt(string name) => Wrong($"尚未实现：{name}", $"not built yet: {name}");

    private static int Say(int code, string line)
    {
        Console.Error.WriteLine(line);
        return code;
    }
}
