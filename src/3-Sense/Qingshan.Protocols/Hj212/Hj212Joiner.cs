namespace Qingshan.Protocols.Hj212;

/// <summary>
/// Puts split messages (拆分包) together, in any order of their packets. A message is known by MN, QN, CN and PNUM; as annex C.49 and C.50 give every packet a QN of
/// its own, one with another QN is taken where MN, CN, PNUM and DataTime agree and its number is missing. Memory is bounded by <see cref="Hj212JoinLimits"/>, whatever
/// arrives; what is given up is reported. It has no clock: the time comes with the frame. Never throws on input. Not thread-safe.
/// </summary>
public sealed class Hj212Joiner(Hj212JoinLimits limits)
{
    private readonly List<Hj212OpenMessage> _open = [];
    private readonly int _messageBytes = Math.Min(limits.MessageBytes, limits.HeldBytes);

    /// <summary>Messages that wait for packets.</summary>
    public int Open => _open.Count;

    /// <summary>Bytes of data areas held.</summary>
    public int HeldBytes { get; private set; }

    /// <summary>Takes a frame with a right CRC.</summary>
    /// <param name="at">When it was received.</param>
    public Hj212JoinResult Add(in Hj212Segment segment, DateTimeOffset at)
    {
        var lost = new List<Hj212Unfinished>();
        GiveUpExpired(at, lost);
        if (segment.Pnum.IsEmpty && segment.Pno.IsEmpty)
            return new(Hj212JoinKind.NotSplit, null, lost);
        if (segment.Part is not { } part)
            return new(Hj212JoinKind.NumbersWrong, null, lost);
        if (!part.IsSplit)
            return new(Hj212JoinKind.NotSplit, null, lost);
        if (part.Count > limits.Parts)
            return new(Hj212JoinKind.TooManyParts, null, lost);
        return segment.Cp.Length > _messageBytes ? new(Hj212JoinKind.TooLarge, null, lost) : Take(segment, part, at, lost);
    }

    /// <summary>Gives up what has waited too long.</summary>
    public IReadOnlyList<Hj212Unfinished> Expire(DateTimeOffset at)
    {
        var lost = new List<Hj212Unfinished>();
        GiveUpExpired(at, lost);
        return lost;
    }

    private Hj212JoinResult Take(in Hj212Segment segment, Hj212Part part, DateTimeOffset at, List<Hj212Unfinished> lost)
    {
        var message = Find(segment, part);
        if (message?.Has(part.Number) == true)
            return new(message.IsSame(part.Number, segment.Cp) ? Hj212JoinKind.Repeated : Hj212JoinKind.Contradicted, null, lost);
        if (message is not null && message.Bytes + segment.Cp.Length > _messageBytes)
        {
            GiveUp(_open.IndexOf(message), Hj212LossReason.TooLarge, lost);
            return new(Hj212JoinKind.TooLarge, null, lost);
        }

        message ??= Begin(segment, part, at, lost);
        message.Add(part.Number, segment);
        HeldBytes += segment.Cp.Length;
        while (HeldBytes > limits.HeldBytes)
            GiveUp(_open[0] == message ? 1 : 0, Hj212LossReason.Displaced, lost);
        if (!message.IsWhole)
            return new(Hj212JoinKind.Waiting, null, lost);
        Remove(_open.IndexOf(message));
        return new(Hj212JoinKind.Whole, message.Join(), lost);
    }

    private Hj212OpenMessage? Find(in Hj212Segment segment, Hj212Part part)
    {
        foreach (var message in _open)
        {
            if (message.IsOf(segment, part) && message.HasQnOf(segment))
                return message;
        }

        foreach (var message in _open)
        {
            if (message.IsOf(segment, part) && !message.Has(part.Number) && message.HasTimeOf(segment))
                return message;
        }

        return null;
    }

    private Hj212OpenMessage Begin(in Hj212Segment segment, Hj212Part part, DateTimeOffset at, List<Hj212Unfinished> lost)
    {
        if (_open.Count >= limits.OpenMessages)
            GiveUp(0, Hj212LossReason.Displaced, lost);
        var message = new Hj212OpenMessage(segment, part.Count, at);
        _open.Add(message);
        return message;
    }

    // A clock that was set back may leave the oldest in front for longer; none stays longer than the bound of OpenMessages lets it.
    private void GiveUpExpired(DateTimeOffset at, List<Hj212Unfinished> lost)
    {
        while (_open.Count > 0 && at - _open[0].OpenedAt > limits.Patience)
            GiveUp(0, Hj212LossReason.Expired, lost);
    }

    private void GiveUp(int index, Hj212LossReason reason, List<Hj212Unfinished> lost)
    {
        lost.Add(_open[index].Unfinished(reason));
        Remove(index);
    }

    private void Remove(int index)
    {
        HeldBytes -= _open[index].Bytes;
        _open.RemoveAt(index);
    }
}
