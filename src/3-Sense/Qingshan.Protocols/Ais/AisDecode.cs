using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Qingshan.Protocols.Ais;

/// <summary><c>qingshan decode ais</c>: lines in, one JSON object a message or refused sentence out, in input order.</summary>
public sealed class AisDecode
{
    private const int ChunkBytes = 65536;

    private static readonly JsonWriterOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TextWriter output;
    private readonly AisForm form;
    private readonly AisAssembler<(long Line, string Raw)> assembler;
    private readonly ArrayBufferWriter<byte> line = new();
    private readonly SortedDictionary<AisRejection, long> rejected = [];
    private long lines, sentences, messages, parts;

    private AisDecode(TextWriter output, AisForm form)
    {
        (this.output, this.form) = (output, form);
        assembler = new(part =>
        {
            parts--;
            Refuse(AisRejection.Fragment, part.Line, part.Raw);
        });
    }

    /// <param name="input">Read in chunks to its end.</param>
    /// <param name="summary">One last line of counts, as JSON: <c>sentences = messages + fragments + the sum of rejected</c>.</param>
    /// <returns>0, or 1 where something was refused.</returns>
    public static int Run(Stream input, TextWriter output, TextWriter summary, AisForm form)
    {
        var decode = new AisDecode(output, form);
        var cutter = new AisLines();
        var chunk = new byte[ChunkBytes];
        for (int read; (read = input.Read(chunk)) > 0;)
            cutter.Feed(chunk.AsSpan(0, read), decode.Take);
        cutter.Complete(decode.Take);
        decode.assembler.Drop();
        summary.WriteLine(decode.Counts());
        return decode.rejected.Count == 0 ? 0 : 1;
    }

    private void Take(ReadOnlySpan<byte> text)
    {
        lines++;
        var start = NmeaSentence.Find(text);
        if (start < 0)
            return;
        sentences++;
        var rejection = NmeaSentence.Read(text, start, out var sentence);
        if (rejection == AisRejection.None && assembler.Take(sentence, (lines, sentence.Count > 1 ? Encoding.Latin1.GetString(text) : ""), out var bits, out rejection))
        {
            rejection = AisLayouts.Find(bits, out var layout);
            if (rejection == AisRejection.None)
                Print(bits, layout);
        }
        else if (rejection == AisRejection.None)
        {
            parts++;
        }

        if (rejection != AisRejection.None)
            Refuse(rejection, lines, Encoding.Latin1.GetString(text));
    }

    private void Print(AisBits bits, AisLayout layout)
    {
        messages++;
        if (form == AisForm.Explained)
        {
            foreach (var field in AisExplain.Explain(bits, layout))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{field.Start,4}-{field.Start + field.Width - 1,-4} {field.Name,-14} {field.Raw,-12} {field.Meaning}  [{field.Clause}]"));
            output.WriteLine();
            return;
        }

        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line, Json))
            AisJson.Write(json, bits, layout, form == AisForm.Raw);
        output.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private void Refuse(AisRejection rejection, long at, string raw)
    {
        rejected[rejection] = rejected.GetValueOrDefault(rejection) + 1;
        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line, Json))
        {
            json.WriteStartObject();
            json.WriteString("error", Word(rejection));
            json.WriteNumber("line", at);
            json.WriteString("raw", raw);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private string Counts()
    {
        var reasons = string.Join(',', rejected.Select(pair => string.Create(CultureInfo.InvariantCulture, $"\"{Word(pair.Key)}\":{pair.Value}")));
        return string.Create(CultureInfo.InvariantCulture, $"{{\"lines\":{lines},\"sentences\":{sentences},\"messages\":{messages},\"fragments\":{parts},\"rejected\":{{{reasons}}}}}");
    }

    private static string Word(AisRejection rejection) => rejection.ToString().ToLowerInvariant();
}

/// <summary>How messages are printed.</summary>
public enum AisForm
{
    /// <summary>Degrees, knots, metres; null where the sender does not know.</summary>
    Scaled,

    /// <summary>Integers as sent.</summary>
    Raw,

    /// <summary>Each field with its bits, raw value, meaning and clause.</summary>
    Explained,
}
