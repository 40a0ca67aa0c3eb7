using Qingshan.Protocols.Ais.Messages;

namespace Qingshan.Protocols.Ais;

/// <summary>The message types that are known. To add one, write its layout under <c>Messages</c> and name it here.</summary>
public static class AisLayouts
{
    public const int TypeWidth = 6;

    private static readonly AisLayout?[] Fixed = ByType(
    [
        AisPositionReport.Of(1), AisPositionReport.Of(2), AisPositionReport.Of(3), AisStaticVoyage.Layout, AisClassBPosition.Layout, AisExtendedClassBPosition.Layout,
        AisLongRangePosition.Layout,
    ]);

    /// <summary>The layout of a type that has one only; throws for one that is not known.</summary>
    public static AisLayout Of(int type) => Fixed[type] ?? throw new ArgumentOutOfRangeException(nameof(type), type, "Not a known message type of one layout.");

    /// <summary>The layout of a message, or why there is none.</summary>
    public static AisRejection Find(AisBits bits, out AisLayout layout)
    {
        layout = null!;
        if (bits.Length < 40)
            return AisRejection.Length;
        var type = (int)bits.Number(0, TypeWidth);
        if ((type == 24 ? AisStaticReport.Of(bits) : type < Fixed.Length ? Fixed[type] : null) is not { } known)
            return AisRejection.Type;
        layout = known;
        return bits.Length < known.MinBits ? AisRejection.Length : AisRejection.None;
    }

    private static AisLayout?[] ByType(AisLayout[] layouts)
    {
        var table = new AisLayout?[28];
        foreach (var layout in layouts)
            table[layout.Type] = layout;
        return table;
    }
}
