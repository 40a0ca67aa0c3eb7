using System.Globalization;
using System.Text;
using Qingshan.Protocols.Ais;

namespace Qingshan.Bench;

/// <summary>AIS position reports from NMEA lines to fields, against a pass over the same bytes that only computes the checksums: one core, median of five.</summary>
internal static class AisBench
{
    private const int TargetBytes = 112 * 1024 * 1024;
    private const int Seed = 18;

    public static IReadOnlyList<Figure> Run(TextWriter output)
    {
        var input = Lines(TargetBytes, out var sentences);
        var (sums, _) = MedianOfFive.Of(() => Checksums(input));
        var (fields, bytes) = MedianOfFive.Of(() => Positions(input));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ais: {sentences} sentences, {input.Length / 1e6:F0} MB; checksums alone {input.Length / sums / 1e6:F0} MB/s; to fields {input.Length / fields / 1e6:F0} MB/s, {sentences / fields / 1e6:F2} M sentences/s, {bytes} bytes allocated in a pass"));
        return
        [
            new(
                "AIS position sentences to fields, one core",
                string.Create(CultureInfo.InvariantCulture, $"{sentences / fields / 1e6:F2} M sentences/s, {input.Length / fields / 1e6:F0} MB/s"),
                string.Create(CultureInfo.InvariantCulture, $"checksums alone, {input.Length / sums / 1e6:F0} MB/s"), sums / fields, "at least 0.25, and 3 M sentences/s"),
        ];
    }

    private static long Checksums(byte[] input)
    {
        long good = 0;
        for (var rest = input.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = rest[..end];
            rest = rest[(end + 1)..];
            byte sum = 0;
            var at = 1;
            for (; line[at] != '*'; at++)
                sum ^= line[at];
            good += sum == Convert.ToByte(Hex(line[at + 1]) * 16 + Hex(line[at + 2])) ? 1 : 0;
        }

        return good;
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : digit - 'A' + 10;

    private static long Positions(byte[] input)
    {
        long total = 0;
        var assembler = new AisAssembler<int>(_ => { });
        var lines = new AisLines();
        lines.Feed(input, line =>
        {
            var start = NmeaSentence.Find(line);
            if (start < 0 || NmeaSentence.Read(line, start, out var sentence) != AisRejection.None || !assembler.Take(sentence, 0, out var bits, out _) || !AisPosition.TryRead(bits, out var position))
                throw new InvalidOperationException("The bench feeds whole position reports only.");
            total += position.Mmsi + position.Longitude + position.Latitude + position.Speed + position.Course;
        });
        return total;
    }

    private static byte[] Lines(int target, out long sentences)
    {
        var random = new Random(Seed);
        var bits = new byte[16];
        var parts = Enumerable.Range(0, 4096).Select(i => Encoding.ASCII.GetBytes(Sentence(random, i % 4 == 0 ? 18 : 1, bits) + "\r\n")).ToArray();
        var stream = new List<byte>(target + 256);
        for (sentences = 0; stream.Count < target; sentences++)
            stream.AddRange(parts[sentences % parts.Length]);
        return [.. stream];
    }

    private static string Sentence(Random random, int type, byte[] bits)
    {
        bits[0] = (byte)(type << 2);
        if (AisLayouts.Find(new AisBits(bits, 168), out var layout) != AisRejection.None)
            throw new InvalidOperationException("Types 1 and 18 are known.");
        return AisEncoder.Encode(layout, 412_000_000 + random.Next(1_000_000), new Dictionary<string, object>
        {
            ["lon"] = (120 * 600_000) + random.Next(4 * 600_000),
            ["lat"] = (29 * 600_000) + random.Next(2 * 600_000),
            ["speed"] = random.Next(200),
            ["course"] = random.Next(3600),
            ["heading"] = random.Next(360),
            ["second"] = random.Next(60),
        })[0];
    }
}
