using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using Qingshan.Directory.Access;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Commands;

/// <summary>
/// Runs every command the same way: load and fold the stream, ask for permission, apply the rules, append. Idempotent by key.
/// When somebody else wrote in between and the person did not pin a version, the command is decided again on the new state.
/// </summary>
public sealed class CommandDesk(IRecord record, IAccess access, IAccessJournal journal, TimeProvider time)
{
    private const int Attempts = 5;

    public Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>Runs a command on an existing stream.</summary>
    /// <param name="rules">Pure rules: state and now in, changes of this stream (and, through <see cref="Changes"/>, of others) out.</param>
    public async Task<Outcome<Done>> RunAsync<TState>(
        CommandContext context, string verb, StreamId stream, object command, Func<TState, Changes, CancellationToken, ValueTask<Refusal?>> rules, CancellationToken cancel)
        where TState : IFold<TState>, IHasSubject
    {
        for (var attempt = 1; ; attempt++)
        {
            var history = await record.ReadAsync(stream, cancel: cancel);
            if (!history.Exists)
                return await RefuseAsync(context, verb, stream, AccessReasons.NotFound.Refuse(), cancel);
            var state = history.Fold<TState>();
            var fingerprint = Fingerprint(verb, stream.ToString(), command);
            if (!access.Permit(context.Who, verb, state.Subject).TryGet(out _, out var denied))
                return await EarlierAsync(context, fingerprint, stream.Kind, cancel) is { } earlier ? earlier : await RefuseAsync(context, verb, stream, denied, cancel);
            var changes = new Changes(stream, history.Version, Now);
            var refused = Stale(context, history) ?? await rules(state, changes, cancel);
            var outcome = await AppendAsync(context, fingerprint, changes, refused, cancel);
            if (!IsRace(outcome.Refusal, context) || attempt == Attempts)
                return outcome;
        }
    }

    /// <summary>Runs a command whose rules need nothing but the state.</summary>
    public Task<Outcome<Done>> RunAsync<TState>(
        CommandContext context, string verb, StreamId stream, object command, Func<TState, Changes, Refusal?> rules, CancellationToken cancel)
        where TState : IFold<TState>, IHasSubject =>
        RunAsync<TState>(context, verb, stream, command, (state, changes, _) => ValueTask.FromResult(rules(state, changes)), cancel);

    /// <summary>Runs a command that begins a stream; permission is by post alone, or by the subject the new stream will have.</summary>
    public async Task<Outcome<Done>> BeginAsync(
        CommandContext context, string verb, StreamId stream, object command, Func<Changes, CancellationToken, ValueTask<Refusal?>> rules, CancellationToken cancel)
    {
        // The new stream's key is made per try, so it is no part of what a retry must repeat.
        var fingerprint = Fingerprint(verb, stream.Kind, command);
        if (!access.Permit(context.Who, verb).TryGet(out _, out var denied))
            return await EarlierAsync(context, fingerprint, stream.Kind, cancel) is { } earlier ? earlier : await RefuseAsync(context, verb, stream, denied, cancel);
        var changes = new Changes(stream, 0, Now);
        return await AppendAsync(context, fingerprint, changes, await rules(changes, cancel), cancel);
    }

    private static Refusal? Stale(CommandContext context, StreamHistory history) =>
        context.ExpectedVersion is { } expected && expected != history.Version
            ? RecordReasons.Stale.Refuse(("stream", history.Stream), ("actual", history.Version), ("expected", expected))
            : null;

    private static bool IsRace(Refusal? refusal, CommandContext context) => refusal?.Reason == RecordReasons.Stale && context.ExpectedVersion is null;

    // A retry of a command that was done must give the first answer, even where its own success is why it would now be refused: a transfer that was
    // sent may not be sent. So the key is asked before any refusal counts, the access table's as well as the rules'.
    private async Task<Done?> EarlierAsync(CommandContext context, string fingerprint, string kind, CancellationToken cancel) =>
        await record.FindReceiptAsync(KeyOf(context), fingerprint, cancel) is { } receipt ? await RepeatAsync(receipt, kind, cancel) : null;

    private static string KeyOf(CommandContext context) => $"{context.Who.Person}:{context.Key}";

    private async Task<Outcome<Done>> AppendAsync(
        CommandContext context, string fingerprint, Changes changes, Refusal? refused, CancellationToken cancel)
    {
        if (refused is not null)
            return await EarlierAsync(context, fingerprint, changes.Stream.Kind, cancel) is { } earlier ? earlier : refused;
        var decision = new Decision(KeyOf(context), fingerprint, context.Who.ToActor(), changes.ToList(), changes.Stream.Key);
        if (!(await record.AppendAsync(decision, cancel)).TryGet(out var receipt, out var refusal))
            return refusal;
        return receipt.Repeated ? await RepeatAsync(receipt, changes.Stream.Kind, cancel) : new Done(receipt.Result, changes.NewVersion, receipt, changes.Created);
    }

    // What was appended then counts, not what this retry would have added.
    private async Task<Done> RepeatAsync(Receipt receipt, string kind, CancellationToken cancel)
    {
        var history = await record.ReadAsync(new StreamId(kind, receipt.Result), cancel: cancel);
        var version = history.Entries.Last(entry => entry.Position < receipt.FirstPosition + receipt.Count).Version;
        return new Done(receipt.Result, version, receipt, await CreatedAsync(receipt, history.Stream, cancel));
    }

    private async Task<StreamId?> CreatedAsync(Receipt receipt, StreamId own, CancellationToken cancel)
    {
        await foreach (var entry in record.ReadAllAsync(receipt.FirstPosition, cancel))
        {
            if (entry.Position >= receipt.FirstPosition + receipt.Count)
                return null;
            if (entry.Version == 1 && entry.Stream != own)
                return entry.Stream;
        }

        return null;
    }

    private static string Fingerprint(string verb, string target, object command) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{verb} {target} {JsonSerializer.Serialize(command, CommandJson.Options)}")));

    private async Task<Refusal> RefuseAsync(CommandContext context, string verb, StreamId stream, Refusal refusal, CancellationToken cancel)
    {
        await journal.WriteAsync(new AccessRead(context.Who, stream.ToString(), verb, AccessLevel.None, Refused: true), cancel);
        return refusal;
    }
}
