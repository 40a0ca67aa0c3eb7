namespace Qingshan.Protocols.Ais;

/// <summary>
/// Puts the parts of long messages together. Bounded: it keeps at most <see cref="Capacity"/> unfinished messages and drops the oldest for a new one,
/// so that a sender who opens messages without end costs no more memory.
/// </summary>
/// <typeparam name="TMark">What the caller wants back of a part whose message was never finished: its line, its place in the archive.</typeparam>
public sealed class AisAssembler<TMark>
{
    /// <summary>Unfinished messages that are kept.</summary>
    public const int Capacity = 64;

    /// <summary>Bytes of the longest message: nine parts of 82 characters at most.</summary>
    public const int MaxBytes = 560;

    private readonly List<Open> open = [];
    private readonly Action<TMark> dropped;
    private readonly byte[] single = new byte[MaxBytes];
    private int used;

    /// <param name="dropped">Told of each part that came to nothing.</param>
    public AisAssembler(Action<TMark> dropped) => this.dropped = dropped;

    /// <summary>Takes a sentence. Gives the bits of a whole message; they are good until the next call.</summary>
    /// <returns>True when a message is whole; false for a part that waits, or when <paramref name="rejection"/> says why it is refused.</returns>
    public bool Take(NmeaSentence sentence, TMark mark, out AisBits bits, out AisRejection rejection)
    {
        bits = default;
        rejection = AisRejection.None;
        if (sentence.Count > 1)
            return TakePart(sentence, mark, out bits, out rejection);
        single.AsSpan(0, used).Clear();
        var length = 0;
        var whole = AisArmor.TryRemove(sentence.Payload, sentence.Fill, single, ref length);
        used = Math.Min(MaxBytes, ((sentence.Payload.Length * 6) >> 3) + 2);
        rejection = whole ? AisRejection.None : AisRejection.Armor;
        bits = new AisBits(single, length);
        return whole;
    }

    /// <summary>Gives up all unfinished messages.</summary>
    public void Drop()
    {
        foreach (var message in open)
            Drop(message);
        open.Clear();
    }

    private bool TakePart(NmeaSentence sentence, TMark mark, out AisBits bits, out AisRejection rejection)
    {
        bits = default;
        rejection = AisRejection.None;
        var key = new Key(sentence.Count, sentence.Sequence, sentence.Channel, sentence.TagBlock.IsEmpty ? -1 : NmeaTagBlock.Read(sentence.TagBlock).Group);
        var at = open.FindIndex(message => message.Key == key);
        if (sentence.Number == 1)
            at = Begin(key, at);
        if (at < 0 || open[at].Marks.Count != sentence.Number - 1)
        {
            // A part without those before it.
            rejection = AisRejection.Fragment;
            return false;
        }

        var message = open[at];
        if (!AisArmor.TryRemove(sentence.Payload, sentence.Fill, message.Bytes, ref message.Length))
        {
            rejection = AisRejection.Armor;
            Drop(message);
            open.RemoveAt(at);
            return false;
        }

        message.Marks.Add(mark);
        if (sentence.Number < sentence.Count)
            return false;
        open.RemoveAt(at);
        bits = new AisBits(message.Bytes, message.Length);
        return true;
    }

    private int Begin(Key key, int at)
    {
        if (at >= 0 || open.Count == Capacity)
        {
            Drop(open[Math.Max(at, 0)]);
            open.RemoveAt(Math.Max(at, 0));
        }

        open.Add(new Open(key));
        return open.Count - 1;
    }

    private void Drop(Open message) => message.Marks.ForEach(dropped);

    private readonly record struct Key(int Count, int Sequence, byte Channel, int Group);

    private sealed class Open(Key key)
    {
        public Key Key => key;

        public byte[] Bytes { get; } = new byte[MaxBytes];

        public List<TMark> Marks { get; } = [];

        public int Length;
    }
}
