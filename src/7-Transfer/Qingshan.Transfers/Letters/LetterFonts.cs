using DocumentFormat.OpenXml.Wordprocessing;

namespace Qingshan.Transfers.Letters;

/// <summary>The type faces of an official letter and what stands in for each where it is not installed.</summary>
internal static class LetterFonts
{
    public const string FangSong = "仿宋_GB2312";
    public const string KaiTi = "楷体_GB2312";
    public const string HeiTi = "黑体";
    public const string SongTi = "宋体";
    public const string TitleSong = "方正小标宋简体";
    public const string Latin = "Times New Roman";

    private const string SimplifiedChinese = "86", Western = "00";

    private static readonly (string Name, string Substitutes, FontFamilyValues Family, FontPitchValues Pitch, string CharacterSet)[] Rows =
    [
        (FangSong, "仿宋,FangSong,Noto Serif CJK SC", FontFamilyValues.Modern, FontPitchValues.Fixed, SimplifiedChinese),
        (KaiTi, "楷体,KaiTi,Noto Serif CJK SC", FontFamilyValues.Modern, FontPitchValues.Fixed, SimplifiedChinese),
        (HeiTi, "SimHei,Noto Sans CJK SC", FontFamilyValues.Modern, FontPitchValues.Fixed, SimplifiedChinese),
        (SongTi, "SimSun,Noto Serif CJK SC", FontFamilyValues.Auto, FontPitchValues.Variable, SimplifiedChinese),
        (TitleSong, "宋体,SimSun,Noto Serif CJK SC", FontFamilyValues.Auto, FontPitchValues.Variable, SimplifiedChinese),
        (Latin, "Liberation Serif", FontFamilyValues.Roman, FontPitchValues.Variable, Western),
    ];

    public static Fonts Table() => new(Rows.Select(row => new Font(
        new AltName { Val = row.Substitutes },
        new FontCharSet { Val = row.CharacterSet },
        new FontFamily { Val = row.Family },
        new Pitch { Val = row.Pitch })
    {
        Name = row.Name,
    }));

    /// <summary>Chinese text in the given face, figures and Latin letters beside it in Times New Roman.</summary>
    public static RunFonts Of(string eastAsia) =>
        new() { Ascii = Latin, HighAnsi = Latin, EastAsia = eastAsia, ComplexScript = Latin, Hint = FontTypeHintValues.EastAsia };
}
