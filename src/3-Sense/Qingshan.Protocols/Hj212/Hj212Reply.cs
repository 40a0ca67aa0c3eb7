using System.Globalization;

namespace Qingshan.Protocols.Hj212;

/// <summary>
/// An answer of either side: 9011 to a request, 9012 with the result of its execution, 9013 to a notice, 9014 to data. Since 2017 QN stands before the data area;
/// HJ/T 212-2005 puts it inside, and there an answer to data also names the command and the packet that it answers.
/// </summary>
/// <param name="Command">9011, 9012, 9013 or 9014.</param>
/// <param name="Qn">Request number of what is answered; empty where it names none.</param>
/// <param name="Pw">Password as sent; null where it has none. Mask it wherever people look.</param>
/// <param name="Mn">Identity of the device; null where it has none.</param>
public sealed record Hj212Reply(int Command, string Qn, string? Pw, string? Mn, Hj212Flag? Flag)
{
    /// <summary>QnRtn of 9011 (table 7) or ExeRtn of 9012 (table 6); null where it is missing or no number.</summary>
    public int? Code { get; init; }

    /// <summary>Written as HJ/T 212-2005 does, with QN inside the data area.</summary>
    public bool In2005 { get; init; }

    /// <summary>The command that is answered (2005 only).</summary>
    public int? AnsweredCommand { get; init; }

    /// <summary>The packet of a split message that is answered (2005 only).</summary>
    public Hj212Part? AnsweredPart { get; init; }

    /// <summary>What <see cref="Code"/> means; null where there is none, or one the standard does not know.</summary>
    public Hj212Entry? Meaning => Code is { } code && CodeKey is { } key
        ? Hj212Catalogue.Find(key.ToLowerInvariant(), code.ToString(CultureInfo.InvariantCulture)) : null;

    private string? CodeKey => Command switch
    {
        Hj212Codes.RequestAnswer => "QnRtn",
        Hj212Codes.ExecutionResult => "ExeRtn",
        _ => null,
    };

    /// <summary>Reads an answer; null where the command is none.</summary>
    public static Hj212Reply? From(in Hj212Segment segment)
    {
        if (segment.Command is not (Hj212Codes.RequestAnswer or Hj212Codes.ExecutionResult or Hj212Codes.NoticeAnswer or Hj212Codes.DataAnswer))
            return null;
        var code = segment.Command == Hj212Codes.RequestAnswer ? segment.Value("QnRtn"u8) : segment.Value("ExeRtn"u8);
        return new Hj212Reply(
            segment.Command, Hj212Text.ToText(segment.RequestNumber), Text(segment, Hj212Field.Pw), Text(segment, Hj212Field.Mn), segment.Flag)
        {
            Code = Number(code),
            In2005 = segment.Qn.IsEmpty && !segment.Value("QN"u8).IsEmpty,
            AnsweredCommand = Number(segment.Value("CN"u8)),
            AnsweredPart = Number(segment.Value("PNUM"u8)) is { } count && Number(segment.Value("PNO"u8)) is { } number ? new Hj212Part(count, number) : null,
        };
    }

    /// <summary>The frame to send. A separator in a text is the caller's mistake.</summary>
    public byte[] ToFrame()
    {
        var items = new List<KeyValuePair<string, string>>();
        if (In2005)
            items.AddRange(Answered());
        if (CodeKey is { } key && Code is { } code)
            items.Add(new(key, code.ToString(CultureInfo.InvariantCulture)));
        var envelope = new Hj212Envelope(In2005 || Qn.Length == 0 ? null : Qn, Hj212Codes.SystemExchange, Command.ToString(CultureInfo.InvariantCulture), Pw, Mn, Flag);
        return Hj212Encoder.Frame(envelope, [.. items.Select(item => new[] { item })]);
    }

    private IEnumerable<KeyValuePair<string, string>> Answered()
    {
        yield return new("QN", Qn);
        if (AnsweredCommand is { } command)
            yield return new("CN", command.ToString("D4", CultureInfo.InvariantCulture));
        if (AnsweredPart is not { } part)
            yield break;
        yield return new("PNUM", part.Count.ToString(CultureInfo.InvariantCulture));
        yield return new("PNO", part.Number.ToString(CultureInfo.InvariantCulture));
    }

    private static string? Text(in Hj212Segment segment, Hj212Field field) => segment.Has(field) ? Hj212Text.ToText(segment.Raw(field)) : null;

    private static int? Number(ReadOnlySpan<byte> text) => Hj212Text.TryReadInt(text, out var number) ? number : null;
}
