using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Qingshan.Protocols.Hj212;

/// <summary>Writes frames and rejections as the JSON of <c>qingshan decode hj212</c>.</summary>
public static class Hj212Json
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One frame. The password is written as sent: the tool is the operator's.</summary>
    public static void Write(Utf8JsonWriter json, in Hj212Frame frame)
    {
        var segment = frame.Segment;
        var edition = Hj212Version.Infer(segment);
        json.WriteStartObject();
        json.WriteNumber("declaredLength", frame.DeclaredLength);
        json.WriteNumber("actualLength", frame.ActualLength);
        json.WriteBoolean("lengthOk", frame.LengthOk);
        json.WriteString("crc", Hj212Text.ToText(frame.Crc));
        json.WriteString("crcComputed", frame.CrcComputed.ToString("X4", CultureInfo.InvariantCulture));
        json.WriteBoolean("crcOk", frame.CrcOk);
        json.WriteString("version", edition.Year?.ToString(CultureInfo.InvariantCulture));
        json.WriteString("versionEvidence", edition.Evidence);
        Field(json, "qn", segment, Hj212Field.Qn);
        Field(json, "st", segment, Hj212Field.St);
        Field(json, "cn", segment, Hj212Field.Cn);
        Field(json, "pw", segment, Hj212Field.Pw);
        Field(json, "mn", segment, Hj212Field.Mn);
        Flag(json, segment.Flag);
        Field(json, "pnum", segment, Hj212Field.Pnum);
        Field(json, "pno", segment, Hj212Field.Pno);
        DataArea(json, segment.Items);
        json.WriteStartArray("problems");
        foreach (var problem in Hj212Catalogue.Each(Hj212Inspection.Inspect(frame)))
            json.WriteStringValue(problem.Code);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One rejected stretch: reason, place and its first bytes, passwords masked.</summary>
    public static void Write(Utf8JsonWriter json, in Hj212Rejection rejection)
    {
        json.WriteStartObject();
        json.WriteString("error", Hj212Catalogue.Of(rejection.Reason).Code);
        json.WriteNumber("offset", rejection.Offset);
        json.WriteNumber("length", rejection.Length);
        json.WriteString("raw", Hj212Mask.Text(Hj212Text.WithoutCutCharacter(rejection.Sample)));
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, string name, in Hj212Segment segment, Hj212Field field) =>
        json.WriteString(name, segment.Has(field) ? Hj212Text.ToText(segment.Raw(field)) : null);

    private static void Flag(Utf8JsonWriter json, Hj212Flag? flag)
    {
        if (flag is not { } bits)
        {
            json.WriteNull("flag");
            return;
        }

        json.WriteStartObject("flag");
        json.WriteNumber("version", bits.Version);
        json.WriteBoolean("split", bits.Split);
        json.WriteBoolean("ack", bits.Ack);
        json.WriteEndObject();
    }

    private static void DataArea(Utf8JsonWriter json, Hj212Items items)
    {
        json.WriteStartArray("cp");
        var group = -1;
        foreach (var item in items)
        {
            if (item.Group != group)
            {
                if (group >= 0)
                    json.WriteEndArray();
                json.WriteStartArray();
                group = item.Group;
            }

            json.WriteStartArray();
            json.WriteStringValue(Hj212Text.ToText(item.Key));
            json.WriteStringValue(Hj212Text.ToText(item.Value));
            json.WriteEndArray();
        }

        if (group >= 0)
            json.WriteEndArray();
        json.WriteEndArray();
    }
}
