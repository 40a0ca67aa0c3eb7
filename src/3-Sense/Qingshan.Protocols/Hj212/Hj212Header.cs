namespace Qingshan.Protocols.Hj212;

/// <summary>Reads the fields before <c>CP</c>, tolerating what senders in the field write.</summary>
internal ref struct Hj212Header
{
    private const Hj212Field None = (Hj212Field)(-1);

    private Hj212Field _last;

    public int Present;
    public ReadOnlySpan<byte> Qn;
    public ReadOnlySpan<byte> St;
    public ReadOnlySpan<byte> Cn;
    public ReadOnlySpan<byte> Pw;
    public ReadOnlySpan<byte> Mn;
    public ReadOnlySpan<byte> Flag;
    public ReadOnlySpan<byte> Pnum;
    public ReadOnlySpan<byte> Pno;
    public ReadOnlySpan<byte> Rf;

    public void Read(ReadOnlySpan<byte> header, bool cpFollows, scoped ref Hj212Problems problems)
    {
        _last = None;
        if (cpFollows && !header.IsEmpty)
        {
            if (header[^1] == ';')
                header = header[..^1];
            else
                problems |= Hj212Problems.SeparatorMissing;
        }

        var hasComma = header.Contains((byte)',');
        while (!header.IsEmpty)
        {
            var end = header.IndexOf((byte)';');
            var field = end < 0 ? header : header[..end];
            header = end < 0 ? default : header[(end + 1)..];
            while (!field.IsEmpty)
                field = ReadField(field, hasComma, ref problems);
        }
    }

    /// <summary>Reads one field; returns what follows it where a comma stands for the semicolon.</summary>
    private ReadOnlySpan<byte> ReadField(ReadOnlySpan<byte> field, bool hasComma, scoped ref Hj212Problems problems)
    {
        var name = Name(field, out var keyLength, ref problems);
        if (name == None)
        {
            problems |= Hj212Problems.FieldUnknown;
            return default;
        }

        var value = field[keyLength..];
        var rest = ReadOnlySpan<byte>.Empty;
        for (var comma = hasComma ? value.IndexOf((byte)',') : -1; comma >= 0;)
        {
            var ignored = Hj212Problems.None;
            if (Name(value[(comma + 1)..], out _, ref ignored) != None)
            {
                problems |= Hj212Problems.CommaSeparator;
                rest = value[(comma + 1)..];
                value = value[..comma];
                break;
            }

            var next = value[(comma + 1)..].IndexOf((byte)',');
            comma = next < 0 ? -1 : comma + 1 + next;
        }

        Set(name, value, ref problems);
        return rest;
    }

    private void Set(Hj212Field name, ReadOnlySpan<byte> value, scoped ref Hj212Problems problems)
    {
        var bit = 1 << (int)name;
        if ((Present & bit) != 0)
        {
            problems |= Hj212Problems.FieldRepeated;
            return;
        }

        if (name < _last)
            problems |= Hj212Problems.FieldOrder;
        _last = name;
        Present |= bit;
        switch (name)
        {
            case Hj212Field.Qn: Qn = value; break;
            case Hj212Field.St: St = value; break;
            case Hj212Field.Cn: Cn = value; break;
            case Hj212Field.Pw: Pw = value; break;
            case Hj212Field.Mn: Mn = value; break;
            case Hj212Field.Flag: Flag = value; break;
            case Hj212Field.Pnum: Pnum = value; break;
            case Hj212Field.Pno: Pno = value; break;
            case Hj212Field.Rf: Rf = value; break;
        }
    }

    private static Hj212Field Name(ReadOnlySpan<byte> field, out int keyLength, scoped ref Hj212Problems problems)
    {
        keyLength = 3;
        if (field.Length >= 3 && field[2] == '=')
        {
            switch ((field[0] << 8) | field[1])
            {
                case ('Q' << 8) | 'N': return Hj212Field.Qn;
                case ('S' << 8) | 'T': return Hj212Field.St;
                case ('C' << 8) | 'N': return Hj212Field.Cn;
                case ('P' << 8) | 'W': return Hj212Field.Pw;
                case ('M' << 8) | 'N': return Hj212Field.Mn;
            }
        }

        if (field.StartsWith("Flag="u8))
        {
            keyLength = 5;
            return Hj212Field.Flag;
        }

        return RareName(field, out keyLength, ref problems);
    }

    private static Hj212Field RareName(ReadOnlySpan<byte> field, out int keyLength, scoped ref Hj212Problems problems)
    {
        var equals = field.IndexOf((byte)'=');
        keyLength = equals + 1;
        if (equals is < 2 or > 4)
            return None;
        var key = field[..equals];
        if (key.SequenceEqual("PNUM"u8))
            return Hj212Field.Pnum;
        if (key.SequenceEqual("PNO"u8))
            return Hj212Field.Pno;
        if (key.SequenceEqual("RF"u8))
            return Hj212Field.Rf;
        for (var name = Hj212Field.Qn; name <= Hj212Field.Rf; name++)
        {
            if (!Hj212Text.EqualsIgnoreCase(key, Key(name)))
                continue;
            problems |= Hj212Problems.KeyCase;
            return name;
        }

        return None;
    }

    /// <summary>The key as the standard writes it.</summary>
    public static ReadOnlySpan<byte> Key(Hj212Field name) => name switch
    {
        Hj212Field.Qn => "QN"u8,
        Hj212Field.St => "ST"u8,
        Hj212Field.Cn => "CN"u8,
        Hj212Field.Pw => "PW"u8,
        Hj212Field.Mn => "MN"u8,
        Hj212Field.Flag => "Flag"u8,
        Hj212Field.Pnum => "PNUM"u8,
        Hj212Field.Pno => "PNO"u8,
        _ => "RF"u8,
    };
}
