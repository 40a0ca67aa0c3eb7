using Qingshan.Cases.Cases;
using Qingshan.Record.Entries;
using Qingshan.Web.CaseFiles;

namespace Qingshan.Web.Tests.CaseFiles;

public sealed class CaseStreamsTests
{
    [Fact]
    public void Of_WhatTheFileCites_EachOnce()
    {
        var fact = new FactRecorded("concentration_mg_l", "Cr6", "2.90", FactStanding.Evidence, CaseStories.Sample, new("报告", "report"));
        var history = CaseStories.History(
            (CaseStories.Opened, 0, 0, "p1"), (CaseStories.Item("a", CaseStories.Task), 1, 1, "p1"), (CaseStories.Item("b", CaseStories.Task), 1, 1, "p1"),
            (new ObjectsListed("清单", CaseStories.Task, []), 1, 1, "p1"), (fact, 2, 2, "p1"), (CaseStories.Item("c", null), 3, 3, "p1"));
        Assert.Equal("case/c1 signal/s1 task/t1 sample/p1", string.Join(' ', CaseStreams.Of(history, [])));
    }

    [Fact]
    public void Of_EveryReportedTransfer_WithTheProcuratoratesCopy()
    {
        var history = CaseStories.History(
            (CaseStories.Opened, 0, 0, "p1"), (new TransferReported(new("transfer", "x1")), 1, 1, "p1"), (new NonTransferDecided("理由"), 2, 2, "p2"),
            (new TransferReported(new("transfer", "x2")), 3, 3, "p1"));
        Assert.Equal("case/c1 signal/s1 transfer/x1 supervision/x1 transfer/x2 supervision/x2", string.Join(' ', CaseStreams.Of(history, [])));
    }

    [Fact]
    public void Of_WorkOutsideTheFile_ComesOnlyWhereTheExporterMayReadIt()
    {
        var history = CaseStories.History((CaseStories.Opened, 0, 0, "p1"));
        Assert.Equal("case/c1 signal/s1", string.Join(' ', CaseStreams.Of(history, [])));
        Assert.Equal("case/c1 signal/s1 task/t9", string.Join(' ', CaseStreams.Of(history, [new StreamId("task", "t9")])));
    }
}
