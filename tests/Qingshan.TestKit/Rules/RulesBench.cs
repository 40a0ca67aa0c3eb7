using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.TestKit.Rules;

/// <summary>What commands need so that their rules can be tried alone: everything in memory, and everybody may do everything.</summary>
public sealed class RulesBench
{
    private long commands;

    public RulesBench()
    {
        Record = new InMemoryRecord(Time);
        Desk = new CommandDesk(Record, new GrantingAccess(), new SilentJournal(), Time);
        Ids = new Ids(Time);
    }

    public FakeTime Time { get; } = new();

    public Instant Now => Time.Now;

    public InMemoryRecord Record { get; }

    public CommandDesk Desk { get; }

    public TownDirectory Directory { get; } = new();

    public HeldFiles Files { get; } = new();

    public InMemorySealer Sealer { get; } = new();

    public Ids Ids { get; }

    /// <summary>A person of the town's directory in their post; each command has a key of its own.</summary>
    public CommandContext By(string person)
    {
        var card = Directory.FindPerson(person)!;
        var post = Directory.FindPost(card.Posts[0])!;
        commands++;
        return new CommandContext(new Acting(person, post, Directory.FindAgency(post.Agency)!, ""), $"command-{commands}");
    }

    public async Task<TState> StateAsync<TState>(StreamId stream)
        where TState : IFold<TState> => (await Record.ReadAsync(stream)).Fold<TState>();

    /// <summary>The bodies of a stream, in order.</summary>
    public async Task<IReadOnlyList<EntryBody>> BodiesAsync(StreamId stream) => [.. (await Record.ReadAsync(stream)).Entries.Select(entry => entry.Body)];

    /// <summary>The command was refused for this reason, at this member, and nothing was written.</summary>
    public async Task RefusedAsync(Func<Task<Outcome<Done>>> command, Reason reason, string? field = null)
    {
        var before = Record.Count;
        var outcome = await command();
        Assert.Equal((reason.Code, field), (outcome.Refusal?.Reason.Code, outcome.Refusal?.Field));
        Assert.Equal(before, Record.Count);
    }
}
