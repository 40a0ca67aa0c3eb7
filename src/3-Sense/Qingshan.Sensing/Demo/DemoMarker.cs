using NodaTime;
using NodaTime.Text;

namespace Qingshan.Sensing.Demo;

/// <summary>
/// Remembers in a file which hour was sent. An hour that was begun and not finished is sent again as the same hour, whose frames merge;
/// a finished one is not sent again.
/// </summary>
internal sealed class DemoMarker(string file)
{
    private const string Finished = "finished";

    /// <summary>The moment whose past hour is to be sent now; null where it was sent.</summary>
    public Instant? Begin(Instant now, bool again)
    {
        var lines = File.Exists(file) && !again ? File.ReadAllLines(file) : [];
        if (lines.Length > 0 && InstantPattern.ExtendedIso.Parse(lines[0]).TryGetValue(default, out var begun))
            return lines.Contains(Finished) ? null : begun;
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, [InstantPattern.ExtendedIso.Format(now)]);
        return now;
    }

    public void Finish() => File.AppendAllLines(file, [Finished]);
}
