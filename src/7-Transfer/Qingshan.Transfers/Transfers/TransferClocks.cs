using NodaTime;
using Qingshan.Law;
using Qingshan.Law.Clocks;
using Qingshan.Record.Entries;

namespace Qingshan.Transfers.Transfers;

/// <summary>The statutory clocks of a transfer. Nothing is stored but what happened; due dates follow from it.</summary>
public static class TransferClocks
{
    /// <summary>Every clock of the transfer as of a moment, by rule.</summary>
    public static IReadOnlyList<ClockResult> Of(Transfer transfer, Instant asOf, StatuteBook book) =>
        StatutoryClocks.Evaluate(transfer.History.SelectMany(entry => EventsOf(entry.Body).Select(name => new ClockEvent(name, entry.OccurredAt))), asOf, book);

    /// <summary>The events of the statute book that an entry stands for.</summary>
    public static IReadOnlyList<string> EventsOf(EntryBody body) => body switch
    {
        TransferReportSubmitted => ["transfer_report_submitted"],
        TransferApproved => ["transfer_approved"],
        TransferRefused => ["transfer_refused"],
        TransferSent => ["transfer_sent", "transfer_received"],
        TransferAccepted => ["transfer_accepted"],
        SupplementRequested => ["file_found_incomplete", "supplement_requested"],
        TransferSupplemented => ["supplement_received"],
        FilingClockExtended { Days: 7 } => ["filing_clock_7d"],
        FilingClockExtended { Days: 30 } => ["filing_clock_30d_approved"],
        FilingDecided => ["filing_decided"],
        FilingRefused => ["filing_refused"],
        AgencyNotified => ["agency_notified"],
        NoticeReceived => ["filing_notice_received"],
        ItemsAcknowledged => ["items_handed_over"],
        TransferForwarded => ["wrong_venue_found", "forwarded"],
        TransferReturned => ["wrong_venue_found", "returned"],
        _ => [],
    };
}
