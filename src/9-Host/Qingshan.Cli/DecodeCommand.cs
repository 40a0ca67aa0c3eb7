using System.CommandLine;
using Qingshan.Protocols.Ais;
using Qingshan.Protocols.Hj212;

namespace Qingshan.Cli;

/// <summary><c>qingshan decode PROTOCOL [FILE] [--explain]</c>: one JSON object a message, in input order.</summary>
internal static class DecodeCommand
{
    public static Command Create()
    {
        var protocol = Arguments.Name("protocol", "hj212 or ais (jt808 and remoteid are not built yet).");
        var file = Arguments.InputFile();
        var explain = new Option<bool>("--explain") { Description = "Print each field with its bytes, meaning and clause." };
        var raw = new Option<bool>("--raw") { Description = "ais: integers as sent, as gpsdecode -j -u --split24 prints them." };
        var command = new Command("decode", "Decode messages of devices.") { protocol, file, explain, raw };
        command.SetAction(parsed => Run(parsed.GetValue(protocol)!, parsed.GetValue(file), parsed.GetValue(explain), parsed.GetValue(raw)));
        return command;
    }

    private static int Run(string protocol, string? file, bool explain, bool raw) => protocol switch
    {
        "hj212" when raw => Done.Wrong("--raw 只用于 ais", "--raw is for ais only"),
        "ais" when raw && explain => Done.Wrong("--raw 与 --explain 不能同时使用", "--raw and --explain exclude each other"),
        "ais" => Streams.Run(file, (input, output, messages) => AisDecode.Run(input, output, messages, explain ? AisForm.Explained : raw ? AisForm.Raw : AisForm.Scaled)),
        "hj212" => Streams.Run(file, (input, output, messages) => Hj212Decode.Run(input, output, messages, explain).ExitCode),
        "jt808" or "remoteid" => Done.NotBuilt(protocol),
        _ => Done.Wrong($"没有此协议：{protocol}", $"no such protocol: {protocol}"),
    };
}
