using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Qingshan.Transfers.Letters;

namespace Qingshan.Transfers.Tests.Letters;

/// <summary>Contents of letters for tests. Every agency, firm and person in them is invented and marked 示范.</summary>
internal static class SampleLetter
{
    /// <summary>
    /// The letter of the demo case: hexavalent chromium at 2.90 mg/L against a limit of 0.5 mg/L, one firm, two officers, ten documents in all seven
    /// groups of 17号 art. 6, two drums. Tests vary it by <c>with</c>.
    /// </summary>
    public static TransferLetterContent Content() => new(
        Agency: "舟山市生态环境局定海分局（示范）",
        Number: "舟环定移〔2026〕1号",
        Police: "舟山市公安局定海区分局（示范）",
        Procuratorate: "舟山市定海区人民检察院（示范）",
        CaseNumber: "舟环定立〔2026〕12号",
        Cause: "涉嫌超标排放含六价铬废水",
        Parties: ["舟山示范电镀有限公司"],
        Offence: "污染环境罪",
        Article: "《中华人民共和国刑法》第三百三十八条",
        Basis:
        [
            "六价铬排放浓度2.90 mg/L，排放标准限值0.5 mg/L，超过排放标准4.8倍，达到“超过国家或者地方污染物排放标准三倍以上”（法释〔2023〕7号第一条第三项，规则PE-C03）",
            "采样点为车间含铬废水处理设施排放口DW001，样品由舟山市生态环境监测站（示范）按规定采集、保存和分析，监测报告编号为舟监示〔2026〕031号",
        ],
        Report:
            "2026年3月2日10时，联合指挥中心根据自动监测异常线索派发核查任务，本机关两名执法人员到舟山示范电镀有限公司现场检查，"
            + "在车间含铬废水处理设施排放口采集水样，并依法扣押废液桶两只。\n"
            + "2026年3月4日，监测报告显示水样六价铬浓度为2.90 mg/L。当事人对采样过程和监测结果签字确认。自动监测数据仅作为线索，未单独作为认定事实的证据。",
        Officers: [new("阮栖梧", "SF330900011"), new("季澜生", "SF330900012")],
        Phone: "0580-0000000（示范）",
        Documents:
        [
            Document(1, "案件移送书", file: false), Document(2, "案件调查报告"), Document(3, "现场检查（勘察）笔录"), Document(3, "调查询问笔录"),
            Document(3, "现场勘验图"), Document(3, "采样记录单"), Document(4, "涉案物品清单及扣押决定书", file: false), Document(5, "现场照片及清单（2张）"),
            Document(6, "监测报告（舟监示〔2026〕031号）"), Document(7, "排污许可证副本"),
        ],
        Items:
        [
            new("废液桶（含液）", "1只，约200升", "蓝色塑料桶，桶身标签“示范-01”，内有黄色液体", "定海分局物证室（示范）"),
            new("废液桶（含液）", "1只，约150升", "蓝色塑料桶，桶身标签“示范-02”，内有黄色液体", "定海分局物证室（示范）"),
        ],
        Date: new LocalDate(2026, 3, 6));

    /// <summary>The same letter with the given number of documents in seven groups, with titles of different lengths.</summary>
    public static TransferLetterContent WithDocuments(int count) => Content() with
    {
        Documents = [.. Enumerable.Range(0, count).Select(index => Document(
            (index % 7) + 1, string.Create(CultureInfo.InvariantCulture, $"示范材料第{index + 1}号") + new string('长', index % 60)))],
    };

    private static LetterDocument Document(int group, string title, bool file = true) =>
        new(group, title, file ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title))) : "");
}
