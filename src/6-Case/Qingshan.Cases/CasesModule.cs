using Microsoft.Extensions.DependencyInjection;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Commands;
using Qingshan.Record.Views;

namespace Qingshan.Cases;

/// <summary>The module: its commands, views and queries.</summary>
public static class CasesModule
{
    public static IReadOnlyList<IView> Views { get; } = [new CaseViews()];

    /// <summary>Every verb of the module, declared once.</summary>
    public static IReadOnlyList<CommandDefinition> Commands { get; } =
    [
        CommandDefinition.On<OpenCaseCommand, OpenCase>("signal.open-case", "立案", "Open a case", (c, x, id, m, t) => c.RunAsync(x, id, m, t)),
        CommandDefinition.On<TakeIntoFileCommands, TakeTask>("case.take-task", "现场材料入卷", "Take the work on site into the file", (c, x, id, m, t) => c.TakeTaskAsync(x, id, m, t)),
        CommandDefinition.On<TakeIntoFileCommands, TakeResult>("case.take-result", "检测结果入卷", "Take the laboratory result into the file", (c, x, id, m, t) => c.TakeResultAsync(x, id, m, t)),
        CommandDefinition.On<CaseCommands, AddEvidence>("case.add-evidence", "添加材料", "Add a document", (c, x, id, m, t) => c.AddEvidenceAsync(x, id, m, t)),
        CommandDefinition.On<CaseCommands, RecordFact>("case.add-fact", "登记事实", "Record a fact", (c, x, id, m, t) => c.RecordFactAsync(x, id, m, t)),
        CommandDefinition.On<CaseCommands, WithdrawFact>("case.withdraw-fact", "撤回事实", "Withdraw a fact", (c, x, id, m, t) => c.WithdrawFactAsync(x, id, m, t)),
        CommandDefinition.On<CaseCommands, NameParty>("case.name-party", "登记当事人", "Name a party", (c, x, id, m, t) => c.NamePartyAsync(x, id, m, t)),
        CommandDefinition.On<CaseCommands, NameOfficer>("case.name-team", "增加办案人", "Name an officer", (c, x, id, m, t) => c.NameOfficerAsync(x, id, m, t)),
        CommandDefinition.On<CaseCommands, DecideNonTransfer>("case.decide-non-transfer", "决定不移送", "Decide not to transfer", (c, x, id, m, t) => c.DecideNonTransferAsync(x, id, m, t)),
        CommandDefinition.On<CaseCommands, DecideFine>("case.decide-fine", "决定罚款", "Decide a fine", (c, x, id, m, t) => c.DecideFineAsync(x, id, m, t)),
        CommandDefinition.On<CaseCommands, CloseCase>("case.close", "结案", "Close the case", (c, x, id, m, t) => c.CloseAsync(x, id, m, t)),
    ];

    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        foreach (var command in Commands)
            services.AddSingleton(command);
        return services.AddSingleton<CaseScreening>().AddSingleton<CaseCommands>().AddSingleton<OpenCaseCommand>().AddSingleton<TakeIntoFileCommands>().AddSingleton<CaseQueries>();
    }
}
