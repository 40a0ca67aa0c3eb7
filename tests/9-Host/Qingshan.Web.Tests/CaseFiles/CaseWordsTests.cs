using System.Reflection;
using Qingshan.Cases.Cases;
using Qingshan.Law;
using Qingshan.Record.Entries;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.CaseFiles;
using Qingshan.Web.Components.Pages.Cases;
using Qingshan.Web.Texts;

namespace Qingshan.Web.Tests.CaseFiles;

/// <summary>Keys that are made from data have their texts: one that is missing would fail a page.</summary>
public sealed class CaseWordsTests
{
    private static readonly TextBook Book = new();

    public static TheoryData<string> Keys() => [.. MadeKeys()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Key_HasItsText(string key) => Assert.True(Book.Has(key), key);

    [Theory]
    [InlineData("调查/询问:笔录", "application/pdf", "调查_询问_笔录.pdf")]
    [InlineData("a.PNG", "image/png", "a.PNG")]
    [InlineData(" .. ", "image/jpeg", "file.jpg")]
    [InlineData("x\r\nSet-Cookie", "application/octet-stream", "x__Set-Cookie")]
    public void FileName_IsSafeToSaveUnder(string title, string media, string expected) => Assert.Equal(expected, FileNames.Of(title, media));

    private static IEnumerable<string> MadeKeys() =>
    [
        .. typeof(Case).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EntryBody))).Select(type => $"entry.{type.GetCustomAttribute<EntryTypeAttribute>()!.Name}"),
        .. CaseTabs.All.Select(tab => $"cases.tab.{tab}"),
        .. Enum.GetNames<PartyRole>().Select(name => $"cases.role.{name}"),
        .. Enum.GetNames<CaseEnding>().Select(name => $"cases.ending.{name}"),
        .. Enum.GetNames<TransferStep>().Select(name => $"cases.step.{name}"),
        .. Enum.GetValues<CaseStage>().SelectMany(stage => new[] { CaseStages.Word(stage, false), CaseStages.Word(stage, true) }).Distinct().Select(word => $"cases.stage.{word}"),
        .. StatuteBook.Load().TransferDocuments.Requirements.SelectMany(requirement => requirement.AnyOf).Distinct().Select(type => $"naming.document.{type}"),
        .. new[] { "signal", "task", "sample" }.Select(kind => $"cases.source.{kind}"),
    ];
}
