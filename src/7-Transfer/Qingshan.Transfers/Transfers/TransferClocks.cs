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
        Of(transfer.History.SelectMany(entry => EventsOf(entry.Body).Select(name => new ClockEvent(name, entry.OccurredAt))), asOf, book);

    /// <summary>Every clock that follows from the events of one transfer, as of a moment.</summary>
    public static IReadOnlyList<ClockResult> Of(IEnumerable<ClockEvent> events, Instant asOf, StatuteBook book) =>
        StatutoryClocks.Evaluate(WithFindings([.. events]), asOf, book);

    // Nobody records when an organ found that a transfer is not its own, so the day it has for passing it on or back is counted from when it got it
    // (国务院令310号 art. 7): counted from the forwarding itself, K07 could never be missed.
    private static IEnumerable<ClockEvent> WithFindings(IReadOnlyList<ClockEvent> events) =>
    [
        .. events,
        .. from passed in events
           where passed.Event is "forwarded" or "returned"
           let got = events.Where(other => other.Event == "transfer_received" && other.At < passed.At).Select(other => other.At).DefaultIfEmpty(passed.At).Max()
           select new ClockEvent("wrong_venue_found", got),
    ];

    /// <summary>The events of the statute book that an entry stands for. What the system delivers is received in the same moment.</summary>
    public static IReadOnlyList<string> EventsOf(EntryBody body) => body switch
    {
        TransferReportSubmitted => ["transfer_report_submitted"],
        TransferApproved => ["transfer_approved"],
        TransferRefused => ["transfer_refused"],
        TransferSent => ["transfer_sent", "transfer_received"],
        TransferAccepted => ["transfer_accepted"],
        SupplementRequested => ["file_found_incomplete", "supplement_requested"],
        TransferSupplemented { Complete: true } => ["supplement_received"],
        FilingClockExtended { Days: 7 } => ["filing_clock_7d"],
        FilingClockExtended { Days: 30 } => ["filing_clock_30d_approved"],
        FilingDecided => ["filing_decided"],
        FilingRefused => ["filing_refused"],
        AgencyNotified { HandOverDue: true } => ["agency_notified", "filing_notice_received"],
        AgencyNotified => ["agency_notified"],
        ItemsAcknowledged => ["items_handed_over"],
        TransferForwarded => ["forwarded", "transfer_received"],
        TransferReturned => ["returned"],
        _ => [],
    };
}
