using Microsoft.Extensions.DependencyInjection;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;

namespace Qingshan.Directory.Commands;

/// <summary>
/// A command, declared once by its module. The host serves every definition as JSON (<c>POST /api/{kind}/{id}/{verb}</c>) and as a form,
/// describes it in OpenAPI, and a test walks all of them against the access table.
/// </summary>
/// <param name="Verb">The verb of the access table: <c>transfer.approve</c>.</param>
/// <param name="Kind">Kind of the stream it acts on: the part of the verb before the dot.</param>
/// <param name="Command">Type of the command record: the request body.</param>
/// <param name="Begins">True when it begins a stream, so that the address has no id.</param>
/// <param name="Title">The verb as a button says it.</param>
public sealed record CommandDefinition(string Verb, string Kind, Type Command, bool Begins, Bilingual Title, RunCommand Run)
{
    /// <summary>Declares a command on an existing stream.</summary>
    public static CommandDefinition On<TCommands, TCommand>(
        string verb, string zh, string en, Func<TCommands, CommandContext, string, TCommand, CancellationToken, Task<Outcome<Done>>> run)
        where TCommands : notnull =>
        new(verb, KindOf(verb), typeof(TCommand), false, new(zh, en), (services, context, id, command, cancel) =>
            run(services.GetRequiredService<TCommands>(), context, id, (TCommand)command, cancel));

    /// <summary>Declares a command that begins a stream.</summary>
    public static CommandDefinition Begin<TCommands, TCommand>(
        string verb, string zh, string en, Func<TCommands, CommandContext, TCommand, CancellationToken, Task<Outcome<Done>>> run)
        where TCommands : notnull =>
        new(verb, KindOf(verb), typeof(TCommand), true, new(zh, en), (services, context, _, command, cancel) =>
            run(services.GetRequiredService<TCommands>(), context, (TCommand)command, cancel));

    private static string KindOf(string verb) => verb[..verb.IndexOf('.', StringComparison.Ordinal)];
}

/// <summary>Runs a command. <paramref name="id"/> is empty where it begins a stream; <paramref name="command"/> is of the definition's type.</summary>
public delegate Task<Outcome<Done>> RunCommand(IServiceProvider services, CommandContext context, string id, object command, CancellationToken cancel);
