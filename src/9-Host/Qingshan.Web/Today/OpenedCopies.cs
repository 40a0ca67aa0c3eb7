using System.Text.Json;
using Qingshan.Record.Access;
using Qingshan.Record.Entries;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Web.Today;

/// <summary>
/// Which transfers somebody of an agency has opened whole, as the access log says. Follows the log from where it last stopped, so that asking
/// again reads only what is new.
/// </summary>
internal sealed class OpenedCopies(ServeOptions options)
{
    private const int Page = 1000;
    private readonly Lock gate = new();
    private readonly HashSet<(string Agency, string Transfer)> opened = [];
    private long next;

    /// <summary>Keys of the transfers that the agency has opened.</summary>
    public IReadOnlySet<string> Of(string agency)
    {
        lock (gate)
        {
            Follow();
            return opened.Where(copy => copy.Agency == agency).Select(copy => copy.Transfer).ToHashSet(StringComparer.Ordinal);
        }
    }

    private void Follow()
    {
        while (AccessLog.Read(options.Data, next, Page) is { Count: > 0 } page)
        {
            foreach (var line in page)
                Take(line);
            next += page.Count;
        }
    }

    private void Take(string line)
    {
        using var entry = JsonDocument.Parse(line);
        if (StreamId.TryParse(Text(entry, "stream")) is { Kind: Transfer.Kind } stream && Text(entry, "level") is "full" or "act")
            opened.Add((Text(entry, "agency"), stream.Key));
    }

    private static string Text(JsonDocument entry, string name) => entry.RootElement.GetProperty(name).GetString() ?? "";
}
