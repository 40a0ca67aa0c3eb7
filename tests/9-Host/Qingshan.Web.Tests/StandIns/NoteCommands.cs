using NodaTime;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Web.Tests.StandIns;

/// <summary>A command with every kind of member a form may carry.</summary>
internal sealed record WriteNote(string Text, int Drums = 0, bool Sealed = false, IReadOnlyList<NoteItem>? Items = null, IReadOnlyList<string>? Tags = null, decimal? Weight = null);

internal sealed record NoteItem(string Name, long Count);

/// <summary>Keeps what the endpoints handed over, and answers as a module would.</summary>
internal sealed class NoteCommands
{
    public static readonly Reason TextMissing = new("note.text-missing", ReasonKind.RuleBroken, "请填写内容。", "Write something.", "示范办法第3条");

    public List<(CommandContext Context, string Id, WriteNote Note)> Seen { get; } = [];

    public Task<Outcome<Done>> WriteAsync(CommandContext context, string id, WriteNote note, CancellationToken cancel)
    {
        Seen.Add((context, id, note));
        if (note.Text == "boom")
            throw new InvalidOperationException("secret detail of the inside");
        if (context.ExpectedVersion == 1)
            return Task.FromResult<Outcome<Done>>(RecordReasons.Stale.Refuse(("stream", "note/" + id), ("actual", 2), ("expected", 1)));
        return Task.FromResult<Outcome<Done>>(note.Text.Length == 0
            ? TextMissing.RefuseField("text")
            : new Done(id.Length == 0 ? "n1" : id, 7, new Receipt(3, 1, Instant.FromUtc(2026, 2, 17, 0, 0), id, false)));
    }

    public static IEnumerable<CommandDefinition> Definitions =>
    [
        CommandDefinition.Begin<NoteCommands, WriteNote>("note.write", "记录笔录", "Write a note", (c, context, note, cancel) => c.WriteAsync(context, "", note, cancel)),
        CommandDefinition.On<NoteCommands, WriteNote>("note.amend", "补充笔录", "Amend a note", (c, context, id, note, cancel) => c.WriteAsync(context, id, note, cancel)),
    ];
}
