using Microsoft.Extensions.DependencyInjection;
using Qingshan.Directory.Commands;
using Qingshan.Record.Views;
using Qingshan.Transfers.Transfers;

namespace Qingshan.Transfers;

/// <summary>The module: its commands, views and queries.</summary>
public static class TransfersModule
{
    public static IReadOnlyList<IView> Views { get; } = [new TransferViews()];

    /// <summary>Every verb of the module, declared once.</summary>
    public static IReadOnlyList<CommandDefinition> Commands { get; } =
    [
        CommandDefinition.On<ReportTransferCommand, ReportTransfer>("case.report-transfer", "报告移送", "Report for transfer", (c, x, id, m, t) => c.RunAsync(x, id, m, t)),
        CommandDefinition.On<AgencyCommands, ApproveTransfer>("transfer.approve", "批准移送", "Approve the transfer", (c, x, id, m, t) => c.ApproveAsync(x, id, m, t)),
        CommandDefinition.On<AgencyCommands, RefuseTransfer>("transfer.refuse", "不批准移送", "Refuse the transfer", (c, x, id, m, t) => c.RefuseAsync(x, id, m, t)),
        CommandDefinition.On<AgencyCommands, MakeLetter>("transfer.make-letter", "制作移送书", "Make the letter of transfer", (c, x, id, m, t) => c.MakeLetterAsync(x, id, m, t)),
        CommandDefinition.On<AgencyCommands, SendTransfer>("transfer.send", "移送公安机关", "Send to the police", (c, x, id, m, t) => c.SendAsync(x, id, m, t)),
        CommandDefinition.On<AgencyCommands, SupplementTransfer>("transfer.supplement", "补充材料", "Supplement the file", (c, x, id, m, t) => c.SupplementAsync(x, id, m, t)),
        CommandDefinition.On<AgencyCommands, ConfirmNotice>("transfer.confirm-notice-received", "签收通知书", "Confirm the notice", (c, x, id, m, t) => c.ConfirmNoticeAsync(x, id, m, t)),
        CommandDefinition.On<AgencyCommands, HandOverItems>("transfer.hand-over-items", "移交涉案物品", "Hand over the objects", (c, x, id, m, t) => c.HandOverAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, SignReceipt>("transfer.sign-receipt", "签收", "Sign the receipt", (c, x, id, m, t) => c.SignReceiptAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, AcceptTransfer>("transfer.accept", "受案", "Accept", (c, x, id, m, t) => c.AcceptAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, RequestSupplement>("transfer.find-incomplete", "告知补充材料", "Ask for what is missing", (c, x, id, m, t) => c.RequestSupplementAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, ExtendFilingClock>("transfer.extend-filing-clock", "延长审查期限", "Take the longer filing clock", (c, x, id, m, t) => c.ExtendFilingClockAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, DecideFiling>("transfer.decide-filing", "决定立案", "Decide to file", (c, x, id, m, t) => c.DecideFilingAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, RefuseFiling>("transfer.refuse-filing", "决定不予立案", "Decide not to file", (c, x, id, m, t) => c.RefuseFilingAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, NotifyAgency>("transfer.notify-agency", "书面通知移送机关", "Notify the agency", (c, x, id, m, t) => c.NotifyAgencyAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, AcknowledgeItems>("transfer.acknowledge-items", "确认接收物品", "Acknowledge the objects", (c, x, id, m, t) => c.AcknowledgeItemsAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, ForwardTransfer>("transfer.forward", "移送有管辖权的公安机关", "Pass on to the right police", (c, x, id, m, t) => c.ForwardAsync(x, id, m, t)),
        CommandDefinition.On<PoliceCommands, ReturnTransfer>("transfer.return", "退回", "Return", (c, x, id, m, t) => c.ReturnAsync(x, id, m, t)),
    ];

    public static IServiceCollection AddTransfers(this IServiceCollection services)
    {
        foreach (var command in Commands)
            services.AddSingleton(command);
        return services.AddSingleton<TransferFile>().AddSingleton<ReportTransferCommand>().AddSingleton<AgencyCommands>().AddSingleton<PoliceCommands>().AddSingleton<TransferQueries>();
    }
}
