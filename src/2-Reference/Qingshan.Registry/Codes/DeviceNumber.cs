using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Codes;

/// <summary>设备唯一标识 MN (HJ 212-2017): 24 hexadecimal digits, an EPC-96 number.</summary>
public static class DeviceNumber
{
    public const int Length = 24;

    /// <summary>Null when the number is well formed; otherwise what is wrong with it.</summary>
    public static Refusal? Check(string text)
    {
        if (text.Length != Length)
            return RegistryReasons.DeviceNumberLength.Refuse(("length", text.Length));
        for (var i = 0; i < Length; i++)
        {
            if (!char.IsAsciiHexDigitUpper(text[i]))
                return RegistryReasons.DeviceNumberCharacter.Refuse(("place", i + 1), ("character", text[i]));
        }

        return null;
    }
}
