namespace Qingshan.Protocols.Hj212;

/// <summary>The fields of a data segment (HJ 212-2017, 6.3, table 3; RF of HJ 212-2025) as views into its bytes; parsing copies and allocates nothing and never fails.</summary>
public readonly ref struct Hj212Segment
{
    /// <summary>Longest data segment the standard allows, bytes.</summary>
    public const int MaxLength = 1024;

    private const string OpenMark = "CP=&&";

    internal static ReadOnlySpan<byte> EncryptedMark => "{0x"u8;

    private readonly int _present;

    private Hj212Segment(ReadOnlySpan<byte> bytes, scoped in Hj212Header header, ReadOnlySpan<byte> cp, Hj212Problems problems)
    {
        Bytes = bytes;
        Cp = cp;
        HeaderProblems = problems;
        _present = header.Present;
        Qn = header.Qn;
        St = header.St;
        Cn = header.Cn;
        Pw = header.Pw;
        Mn = header.Mn;
        FlagText = header.Flag;
        Pnum = header.Pnum;
        Pno = header.Pno;
        Rf = header.Rf;
    }

    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Request number, yyyyMMddHHmmssfff.</summary>
    public ReadOnlySpan<byte> Qn { get; }

    /// <summary>System code, two characters.</summary>
    public ReadOnlySpan<byte> St { get; }

    /// <summary>Command code, four digits.</summary>
    public ReadOnlySpan<byte> Cn { get; }

    /// <summary>Password. Mask it wherever people look.</summary>
    public ReadOnlySpan<byte> Pw { get; }

    /// <summary>Unique identity of the device: 24 characters since 2017, 14 before.</summary>
    public ReadOnlySpan<byte> Mn { get; }

    public ReadOnlySpan<byte> FlagText { get; }

    /// <summary>Number of packets, where the frame is one of several.</summary>
    public ReadOnlySpan<byte> Pnum { get; }

    /// <summary>Number of this packet, from 1.</summary>
    public ReadOnlySpan<byte> Pno { get; }

    /// <summary>1 where the data are sent again or late (2025).</summary>
    public ReadOnlySpan<byte> Rf { get; }

    /// <summary>The data area between <c>CP=&amp;&amp;</c> and <c>&amp;&amp;</c>.</summary>
    public ReadOnlySpan<byte> Cp { get; }

    /// <summary>Deviations seen while reading the fields; those that need a look into the data area come from <see cref="Hj212Inspection"/>.</summary>
    public Hj212Problems HeaderProblems { get; }

    public Hj212Flag? Flag => Hj212Flag.TryRead(FlagText, out var flag) ? flag : null;

    /// <summary>The command as a number; 0 where it is missing or not four digits.</summary>
    public int Command => Cn.Length == 4 && Hj212Text.TryReadInt(Cn, out var command) ? command : 0;

    /// <summary>The data area is encrypted (SM4, HJ 212-2025): bytes written as <c>{0x..,0x..}</c>. Length and CRC are then those of the plain text.</summary>
    public bool IsEncrypted => Cp.StartsWith(EncryptedMark);

    /// <summary>The request number, which the edition of 2005 writes into the data area where the frame belongs to a request.</summary>
    public ReadOnlySpan<byte> RequestNumber => Qn.IsEmpty ? Value("QN"u8) : Qn;

    /// <summary>PNUM and PNO, where both were sent and are numbers from 1 with PNO ≤ PNUM; else null.</summary>
    public Hj212Part? Part => Hj212Text.TryReadInt(Pnum, out var count) && Hj212Text.TryReadInt(Pno, out var number) && number >= 1 && number <= count
        ? new Hj212Part(count, number) : null;

    /// <summary>Items of the data area in order.</summary>
    public Hj212Items Items => new(Cp);

    /// <summary>Values of factors in order.</summary>
    public Hj212Readings Readings => new(Cp);

    /// <summary>The value of the first item with that key; empty where there is none.</summary>
    public ReadOnlySpan<byte> Value(scoped ReadOnlySpan<byte> key) => Value(Cp, key);

    internal static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> cp, scoped ReadOnlySpan<byte> key)
    {
        foreach (var item in new Hj212Items(cp))
        {
            if (item.Key.SequenceEqual(key))
                return item.Value;
        }

        return default;
    }

    /// <summary>Whether the field was sent at all, be it empty.</summary>
    public bool Has(Hj212Field field) => (_present & (1 << (int)field)) != 0;

    /// <summary>The value of a field as sent.</summary>
    public ReadOnlySpan<byte> Raw(Hj212Field field) => field switch
    {
        Hj212Field.Qn => Qn,
        Hj212Field.St => St,
        Hj212Field.Cn => Cn,
        Hj212Field.Pw => Pw,
        Hj212Field.Mn => Mn,
        Hj212Field.Flag => FlagText,
        Hj212Field.Pnum => Pnum,
        Hj212Field.Pno => Pno,
        _ => Rf,
    };

    public static Hj212Segment Parse(ReadOnlySpan<byte> segment)
    {
        var problems = Hj212Problems.None;
        var header = segment;
        var cp = ReadOnlySpan<byte>.Empty;
        var open = FindOpen(segment, ref problems);
        if (open < 0)
        {
            problems |= Hj212Problems.CpMissing;
        }
        else
        {
            header = segment[..open];
            cp = Close(segment[(open + OpenMark.Length)..], ref problems);
        }

        var fields = default(Hj212Header);
        fields.Read(header, open >= 0, ref problems);
        return new Hj212Segment(segment, fields, cp, problems);
    }

    private static int FindOpen(ReadOnlySpan<byte> segment, scoped ref Hj212Problems problems)
    {
        var open = segment.IndexOf("CP=&&"u8);
        if (open >= 0)
            return open;
        for (var at = segment.IndexOf("=&&"u8); at >= 2;)
        {
            if (Hj212Text.EqualsIgnoreCase(segment.Slice(at - 2, 2), "CP"u8))
            {
                problems |= Hj212Problems.KeyCase;
                return at - 2;
            }

            var next = segment[(at + 1)..].IndexOf("=&&"u8);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return -1;
    }

    private static ReadOnlySpan<byte> Close(ReadOnlySpan<byte> body, scoped ref Hj212Problems problems)
    {
        if (body.EndsWith("&&"u8))
            return body[..^2];
        var close = body.LastIndexOf("&&"u8);
        problems |= close < 0 ? Hj212Problems.CpNotClosed : Hj212Problems.TextAfterCp;
        return close < 0 ? body : body[..close];
    }
}
