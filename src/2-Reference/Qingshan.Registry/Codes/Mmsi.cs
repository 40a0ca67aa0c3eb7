using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Codes;

/// <summary>水上移动业务标识码: maritime mobile service identity of a ship station (ITU-R M.585-9, annex 1 section 1): MID and six digits.</summary>
public static class Mmsi
{
    public const int Length = 9;

    // Maritime identification digits are assigned from 201 (Albania) to 775 (Venezuela).
    private const int FirstMid = 201;
    private const int LastMid = 775;

    /// <summary>Null when a ship can bear the number; otherwise what is wrong with it.</summary>
    public static Refusal? Check(string text)
    {
        if (text.Length != Length)
            return RegistryReasons.MmsiLength.Refuse(("length", text.Length));
        for (var i = 0; i < Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return RegistryReasons.MmsiCharacter.Refuse(("place", i + 1), ("character", text[i]));
        }

        if (text[0] is < '2' or > '7')
            return RegistryReasons.MmsiNotAShip.Refuse(("digit", text[0]));
        var mid = ((text[0] - '0') * 100) + ((text[1] - '0') * 10) + (text[2] - '0');
        return mid is < FirstMid or > LastMid ? RegistryReasons.MmsiCountry.Refuse(("mid", mid)) : null;
    }
}
