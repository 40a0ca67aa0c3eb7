using System.Globalization;
using System.Text;

namespace Qingshan.Protocols.Hj212;

/// <summary>Writes frames: for the demo feed, for tests and for the platform's answers.</summary>
public static class Hj212Encoder
{
    /// <summary>The head, checksum and line end around a data segment of at most 9,999 bytes.</summary>
    public static byte[] Frame(ReadOnlySpan<byte> segment)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(segment.Length, 9999, nameof(segment));
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"##{segment.Length:D4}"));
        var tail = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Hj212Crc.Compute(segment):X4}\r\n"));
        return [.. head, .. segment, .. tail];
    }

    /// <summary>A frame with any data area: groups joined by semicolons, items of a group by commas.</summary>
    public static byte[] Frame(Hj212Envelope envelope, IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> groups)
    {
        var cp = string.Join(';', groups.Select(group => string.Join(',', group.Select(item => $"{Checked(item.Key)}={Checked(item.Value)}"))));
        return Frame(Encoding.UTF8.GetBytes($"{Header(envelope)}CP=&&{cp}&&"));
    }

    /// <summary>An upload of measurements: 2011 real-time, 2051 minutes, 2061 hours, 2031 days.</summary>
    public static byte[] Report(Hj212Envelope envelope, Hj212LocalTime dataTime, IEnumerable<Hj212FactorValues> factors) =>
        Frame(envelope, [[new("DataTime", dataTime.ToString())], .. factors.Select(Group)]);

    /// <summary>An answer with an empty data area: 9013 or 9014.</summary>
    public static byte[] Answer(string qn, int command, string pw, string mn, Hj212Flag flag) =>
        new Hj212Reply(command, qn, pw, mn, flag).ToFrame();

    /// <summary>The device's answer to a request: 9011 with <c>QnRtn</c> (table 7).</summary>
    public static byte[] RequestAnswer(string qn, int code, string pw, string mn, Hj212Flag flag) =>
        (new Hj212Reply(Hj212Codes.RequestAnswer, qn, pw, mn, flag) { Code = code }).ToFrame();

    /// <summary>The device's result of a request: 9012 with <c>ExeRtn</c> (table 6).</summary>
    public static byte[] ExecutionResult(string qn, int code, string pw, string mn, Hj212Flag flag) =>
        (new Hj212Reply(Hj212Codes.ExecutionResult, qn, pw, mn, flag) { Code = code }).ToFrame();

    internal static IReadOnlyList<KeyValuePair<string, string>> Group(Hj212FactorValues factor)
    {
        var items = factor.Values.Select(value => KeyValuePair.Create($"{factor.Factor}-{Hj212Suffixes.Text(value.Key)}", value.Value)).ToList();
        if (factor.Mark is not null)
            items.Add(KeyValuePair.Create($"{factor.Factor}-Flag", factor.Mark));
        return items;
    }

    internal static string Header(Hj212Envelope envelope)
    {
        var text = new StringBuilder();
        void Add(string key, string? value)
        {
            if (value is not null)
                text.Append(key).Append('=').Append(Checked(value)).Append(';');
        }

        Add("QN", envelope.Qn);
        Add("ST", envelope.St);
        Add("CN", envelope.Cn);
        Add("PW", envelope.Pw);
        Add("MN", envelope.Mn);
        Add("Flag", envelope.Flag?.Value.ToString(CultureInfo.InvariantCulture));
        Add("PNUM", envelope.Part?.Count.ToString(CultureInfo.InvariantCulture));
        Add("PNO", envelope.Part?.Number.ToString(CultureInfo.InvariantCulture));
        Add("RF", envelope.Resent ? "1" : null);
        return text.ToString();
    }

    /// <summary>A text that would break the structure is a mistake of the caller; what a device sent is looked at before (<see cref="Hj212Answer.Owed"/>).</summary>
    private static string Checked(string text) =>
        text.AsSpan().IndexOfAny(";&\r\n#") < 0 ? text : throw new ArgumentException($"'{text}' holds a separator of the protocol.", nameof(text));
}
