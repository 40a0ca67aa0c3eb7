using System.IO.Compression;
using Qingshan.Transfers.Letters;

namespace Qingshan.Transfers.Tests.Letters;

public sealed class TransferLetterTests
{
    [Fact]
    public void Write_SampleLetter_IsValidOffice2019()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        Assert.Empty(letter.Violations());
    }

    [Fact]
    public void Write_SameContentTwice_GivesSameBytes() =>
        Assert.Equal(TransferLetter.Write(SampleLetter.Content()), TransferLetter.Write(SampleLetter.Content()));

    [Fact]
    public void Write_Package_CarriesNoTimeOfDayAndNoRandomId()
    {
        using var zip = new ZipArchive(new MemoryStream(TransferLetter.Write(SampleLetter.Content())));
        Assert.Equal(
            [
                "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml", "docProps/core.xml", "word/styles.xml",
                "word/fontTable.xml", "word/settings.xml", "word/footer1.xml", "word/footer2.xml",
            ],
            zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        using var core = new StreamReader(zip.GetEntry("docProps/core.xml")!.Open());
        Assert.Contains(">2026-03-06T00:00:00Z</dcterms:created>", core.ReadToEnd());
    }

    [Fact]
    public void Write_OtherContent_GivesOtherBytes() =>
        Assert.NotEqual(TransferLetter.Write(SampleLetter.Content()), TransferLetter.Write(SampleLetter.Content() with { Phone = "0580-0000001（示范）" }));

    [Fact]
    public void Write_Headings_FollowTheOrderOfTheStandard()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        Assert.Equal(["一、移送机关和案件基本情况", "二、主要事实", "三、涉嫌罪名和主要依据", "四、主办人和联系方式", "五、移送事项"], letter.Texts(LetterStyles.Heading));
        Assert.Equal(["（一）涉嫌罪名", "（二）主要依据"], letter.Texts(LetterStyles.Subheading));
        Assert.Equal(["案件移送书", "移送材料清单", "涉案物品清单", "接受案件回执"], letter.Texts(LetterStyles.Title));
        Assert.Equal(["附件1", "附件2", "附件3"], letter.Texts(LetterStyles.Annex));
        Assert.Equal("案件移送书 舟环定移〔2026〕1号", letter.Title);
    }

    [Fact]
    public void Write_Body_SaysWhatArticle6Item1Asks()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        var texts = letter.Texts(LetterStyles.Body);
        Assert.Contains("移送机关：舟山市生态环境局定海分局（示范）", texts);
        Assert.Contains("当事人：舟山示范电镀有限公司", texts);
        Assert.Contains("当事人的上述行为涉嫌构成污染环境罪（《中华人民共和国刑法》第三百三十八条）。", texts);
        Assert.EndsWith("规则PE-C03）。", texts.Single(text => text.StartsWith("1. 六价铬排放浓度2.90 mg/L", StringComparison.Ordinal)));
        Assert.Contains("主办人：阮栖梧（执法证号：SF330900011）", texts);
        Assert.Contains("主办人：季澜生（执法证号：SF330900012）", texts);
        Assert.Contains("联系电话：0580-0000000（示范）", texts);
        Assert.Contains(texts, text => text.StartsWith("随本移送书移送案件材料10份、涉案物品2项，清单附后。", StringComparison.Ordinal));
        Assert.Contains("本移送书同时抄送舟山市定海区人民检察院（示范）。", texts);
    }

    [Fact]
    public void Write_SeveralParties_AreNumbered()
    {
        using var letter = new PrintedLetter(SampleLetter.Content() with { Parties = ["示范甲公司", "示范乙公司", "示范丙", "示范丁"] });
        var texts = letter.Texts(LetterStyles.Body);
        Assert.Contains("当事人：", texts);
        Assert.Contains("4. 示范丁", texts);
        Assert.Contains(texts, text => text.Contains("移送的示范甲公司等4名当事人涉嫌污染环境罪一案", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_NoParty_SaysThatItIsToBeFound()
    {
        using var letter = new PrintedLetter(SampleLetter.Content() with { Parties = [] });
        Assert.Contains("当事人：待查", letter.Texts(LetterStyles.Body));
        Assert.Empty(letter.Violations());
    }

    [Fact]
    public void Write_ReportOfSeveralLines_BecomesParagraphs()
    {
        using var letter = new PrintedLetter(SampleLetter.Content() with { Report = "第一段。\r\n\r\n 第二段。\u2028第三段。" });
        Assert.Equal(["第一段。", "第二段。", "第三段。"], letter.Texts(LetterStyles.Body).Where(text => text.EndsWith("段。", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_Receipt_NamesLetterMaterialAndSigner()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        var texts = letter.Texts(LetterStyles.Body);
        Assert.Contains(
            "今收到你单位以舟环定移〔2026〕1号《案件移送书》移送的舟山示范电镀有限公司涉嫌污染环境罪一案"
            + "（立案号：舟环定立〔2026〕12号）的案件材料10份、涉案物品清单2项，本单位予以接受。",
            texts);
        Assert.Contains(texts, text => text.StartsWith("签收人（签名）：", StringComparison.Ordinal));
        Assert.Contains("舟山市公安局定海区分局（示范）（印章）", letter.Texts(LetterStyles.Normal));
    }

    [Fact]
    public void Write_Imprint_CopiesToTheProcuratorate()
    {
        using var letter = new PrintedLetter(SampleLetter.Content());
        Assert.Equal(
            [["抄送：舟山市定海区人民检察院（示范）。"], ["舟山市生态环境局定海分局（示范）", "2026年3月6日印发"]],
            PrintedLetter.Cells(letter.Tables[2]));
    }
}
