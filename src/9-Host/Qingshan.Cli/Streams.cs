using System.Text;

namespace Qingshan.Cli;

/// <summary>Input and output of the commands that pass lines: UTF-8 on every machine, LF at the end of a line.</summary>
internal static class Streams
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file, or standard input where none (or <c>-</c>) is named; null where there is no such file.</summary>
    public static Stream? Open(string? file) =>
        file is null or "-" ? Console.OpenStandardInput() : File.Exists(file) ? File.OpenRead(file) : null;

    public static int NoSuchFile(string? file) => Done.Wrong($"没有此文件：{file}", $"no such file: {file}");

    /// <summary>Runs what reads lines and writes lines; messages go to standard error.</summary>
    public static int Run(string? file, Func<Stream, TextWriter, TextWriter, int> run)
    {
        using var input = Open(file);
        if (input is null)
            return NoSuchFile(file);
        using var output = new StreamWriter(Console.OpenStandardOutput(), Utf8, 1 << 16) { NewLine = "\n" };
        var code = run(input, output, Console.Error);
        output.Flush();
        return code;
    }
}
