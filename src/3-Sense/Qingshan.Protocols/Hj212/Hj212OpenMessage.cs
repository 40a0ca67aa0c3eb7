using System.Globalization;
using System.Text;

namespace Qingshan.Protocols.Hj212;

/// <summary>A split message of which packets are missing.</summary>
internal sealed class Hj212OpenMessage(in Hj212Segment first, int count, DateTimeOffset openedAt)
{
    private const string TimeKey = "DataTime=";

    private readonly byte[] _mn = first.Mn.ToArray();
    private readonly byte[] _qn = first.RequestNumber.ToArray();
    private readonly byte[] _time = first.Value("DataTime"u8).ToArray();
    private readonly int _command = first.Command;
    private readonly SortedList<int, byte[]> _parts = [];
    private byte[] _header = [];

    public DateTimeOffset OpenedAt { get; } = openedAt;

    /// <summary>Bytes of data areas held.</summary>
    public int Bytes { get; private set; }

    public bool IsWhole => _parts.Count == count;

    public bool IsOf(in Hj212Segment segment, Hj212Part part) => part.Count == count && segment.Command == _command && segment.Mn.SequenceEqual(_mn);

    // Without a request number nothing tells two messages apart but their time.
    public bool HasQnOf(in Hj212Segment segment) =>
        _qn.Length == 0 ? segment.RequestNumber.IsEmpty && HasTimeOf(segment) : segment.RequestNumber.SequenceEqual(_qn);

    public bool HasTimeOf(in Hj212Segment segment)
    {
        var time = segment.Value("DataTime"u8);
        return time.IsEmpty ? _qn.Length == 0 && segment.RequestNumber.IsEmpty : time.SequenceEqual(_time);
    }

    public bool Has(int number) => _parts.ContainsKey(number);

    public bool IsSame(int number, ReadOnlySpan<byte> cp) => cp.SequenceEqual(_parts[number]);

    public void Add(int number, in Hj212Segment segment)
    {
        if (_parts.Count == 0 || number < _parts.Keys[0])
            _header = HeaderOf(segment);
        _parts.Add(number, segment.Cp.ToArray());
        Bytes += segment.Cp.Length;
    }

    public Hj212Unfinished Unfinished(Hj212LossReason reason) =>
        new(Hj212Text.ToText(_mn), Hj212Text.ToText(_qn), _command, count, [.. _parts.Keys], reason);

    /// <summary>The fields of the first packet without the numbers of a packet, and the data areas one after the other; a DataTime that repeats the one before is left out.</summary>
    public byte[] Join()
    {
        var whole = new List<byte>(_header.Length + Bytes + count);
        whole.AddRange(_header);
        whole.AddRange("CP=&&"u8);
        var start = whole.Count;
        var time = ReadOnlySpan<byte>.Empty;
        foreach (var part in _parts.Values)
        {
            var cp = WithoutTime(part, time).Trim(";"u8);
            if (cp.IsEmpty)
                continue;
            if (whole.Count > start)
                whole.Add((byte)';');
            whole.AddRange(cp);
            time = LastTime(part, time);
        }

        whole.AddRange("&&"u8);
        return [.. whole];
    }

    private static ReadOnlySpan<byte> WithoutTime(ReadOnlySpan<byte> cp, ReadOnlySpan<byte> time)
    {
        var length = TimeKey.Length + time.Length;
        var repeats = !time.IsEmpty && cp.StartsWith("DataTime="u8) && cp[TimeKey.Length..].StartsWith(time) && (cp.Length == length || cp[length] == ';');
        return repeats ? cp[length..] : cp;
    }

    private static ReadOnlySpan<byte> LastTime(ReadOnlySpan<byte> cp, ReadOnlySpan<byte> before)
    {
        foreach (var item in new Hj212Items(cp))
        {
            if (item.Key.SequenceEqual("DataTime"u8))
                before = item.Value;
        }

        return before;
    }

    private static byte[] HeaderOf(in Hj212Segment segment)
    {
        var header = new List<byte>();
        for (var field = Hj212Field.Qn; field <= Hj212Field.Rf; field++)
        {
            if (!segment.Has(field) || field is Hj212Field.Pnum or Hj212Field.Pno)
                continue;
            header.AddRange(Hj212Header.Key(field));
            header.Add((byte)'=');
            header.AddRange(field == Hj212Field.Flag && segment.Flag is { } flag ? Encoding.ASCII.GetBytes(flag.AsWhole.Value.ToString(CultureInfo.InvariantCulture)) : segment.Raw(field));
            header.Add((byte)';');
        }

        return [.. header];
    }
}
