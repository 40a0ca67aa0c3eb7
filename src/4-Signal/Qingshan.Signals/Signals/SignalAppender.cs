using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Signals.Signals;

/// <summary>
/// Appends what a detector says to a signal. Saying the same twice adds nothing. While the record cannot take it, it waits: a full disk must not stop the
/// server, and nothing may go by unjudged.
/// </summary>
public sealed class SignalAppender(IRecord record, TimeProvider time)
{
    private const int Attempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="rule">Id of the rule that speaks.</param>
    /// <param name="said">What it says, as text: part of the idempotency key.</param>
    /// <param name="decide">What to append to the signal as it stands, and when it happened; null for nothing.</param>
    public async Task AppendAsync(StreamId stream, string rule, string said, Func<Signal, (EntryBody Body, Instant At)?> decide, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts;)
        {
            var history = await record.ReadAsync(stream, cancel: cancel);
            if (decide(history.Fold<Signal>()) is not { } found)
                return;
            var decision = new Decision(
                Key(rule, stream, history.Version, said), said, Actor.Rule(rule), [new(stream, history.Version, [new(found.Body, found.At)])], stream.Key);
            var outcome = await record.AppendAsync(decision, cancel);
            if (outcome.Refusal is not { } refusal)
                return;
            if (refusal.Reason == RecordReasons.Stale)
                attempt++;
            else if (refusal.Reason.Kind == ReasonKind.Unavailable)
                await Task.Delay(Pause, time, cancel);
            else
                outcome.Require();
        }

        throw new InvalidOperationException($"The signal {stream} is written to by others all the time.");
    }

    // The version is part of it: late data may lead back to what was said before, and that must be said again.
    private static string Key(string rule, StreamId stream, long version, string said) => string.Create(
        CultureInfo.InvariantCulture, $"{rule}:{stream.Key}:{version}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 8))}");
}
