using Qingshan.Record.Reasons;

namespace Qingshan.Registry;

/// <summary>Why the registry refuses a code or an area.</summary>
public static class RegistryReasons
{
    public static readonly Reason CreditCodeLength = new(
        "registry.credit-code-length", ReasonKind.Invalid,
        "统一社会信用代码应为 18 个字符，实际为 {length} 个。",
        "A unified social credit code has 18 characters; this one has {length}.",
        "GB 32100-2015 4.1");

    public static readonly Reason CreditCodeCharacter = new(
        "registry.credit-code-character", ReasonKind.Invalid,
        "统一社会信用代码第 {place} 位的“{character}”不在代码字符集内（数字和除 I、O、S、V、Z 外的大写字母）。",
        "Character {place} of the credit code, {character}, is not of its set (digits, and capitals except I, O, S, V, Z).",
        "GB 32100-2015 4.2");

    public static readonly Reason CreditCodeDivision = new(
        "registry.credit-code-division", ReasonKind.Invalid,
        "统一社会信用代码第 3 至 8 位应为行政区划数字，实际为“{division}”。",
        "Characters 3 to 8 of the credit code are the digits of a division; these are {division}.",
        "GB 32100-2015 4.2");

    public static readonly Reason CreditCodeCheck = new(
        "registry.credit-code-check", ReasonKind.Invalid,
        "统一社会信用代码校验不通过：校验码应为“{expected}”，实际为“{actual}”，请核对录入。",
        "The credit code fails its check: the last character would be {expected}, not {actual}. Look for a slip of the pen.",
        "GB 32100-2015 4.3");

    public static readonly Reason PermitNumberLength = new(
        "registry.permit-number-length", ReasonKind.Invalid,
        "排污许可证编号应为 22 个字符，实际为 {length} 个。",
        "A pollutant discharge permit number has 22 characters; this one has {length}.",
        "HJ 608-2017");

    public static readonly Reason PermitNumberSequence = new(
        "registry.permit-number-sequence", ReasonKind.Invalid,
        "排污许可证编号第 19 至 21 位应为三位数字顺序码，实际为“{sequence}”。",
        "Characters 19 to 21 of the permit number are a number of three digits; these are {sequence}.",
        "HJ 608-2017");

    public static readonly Reason PermitNumberLetter = new(
        "registry.permit-number-letter", ReasonKind.Invalid,
        "排污许可证编号第 22 位应为大写字母，实际为“{letter}”。",
        "Character 22 of the permit number is a capital letter; this is {letter}.",
        "HJ 608-2017");

    public static readonly Reason PermitNumberOwner = new(
        "registry.permit-number-owner", ReasonKind.Invalid,
        "排污许可证编号属于“{owner}”，与企业的统一社会信用代码“{code}”不一致。",
        "The permit number belongs to {owner}, not to the firm's credit code {code}.",
        "HJ 608-2017");

    public static readonly Reason DeviceNumberLength = new(
        "registry.device-number-length", ReasonKind.Invalid,
        "设备唯一标识（MN）应为 24 个字符，实际为 {length} 个。",
        "A device number (MN) has 24 characters; this one has {length}.",
        "HJ 212-2017 6.3.2");

    public static readonly Reason DeviceNumberCharacter = new(
        "registry.device-number-character", ReasonKind.Invalid,
        "设备唯一标识（MN）第 {place} 位的“{character}”不是 0-9 或 A-F。",
        "Character {place} of the device number (MN), {character}, is none of 0-9 and A-F.",
        "HJ 212-2017 6.3.2");

    public static readonly Reason MmsiLength = new(
        "registry.mmsi-length", ReasonKind.Invalid,
        "MMSI 应为 9 位数字，实际为 {length} 个字符。",
        "An MMSI has 9 digits; this one has {length} characters.",
        "ITU-R M.585-9");

    public static readonly Reason MmsiCharacter = new(
        "registry.mmsi-character", ReasonKind.Invalid,
        "MMSI 第 {place} 位的“{character}”不是数字。",
        "Character {place} of the MMSI, {character}, is no digit.",
        "ITU-R M.585-9");

    public static readonly Reason MmsiNotAShip = new(
        "registry.mmsi-not-a-ship", ReasonKind.Invalid,
        "船舶 MMSI 的首位为 2 至 7，“{digit}”开头的号码属于岸台、群呼、航空器、手持台或航标。",
        "A ship's MMSI begins with 2 to 7; one that begins with {digit} is a coast station's, a group's, an aircraft's, a handheld's or a mark's.",
        "ITU-R M.585-9");

    public static readonly Reason MmsiCountry = new(
        "registry.mmsi-country", ReasonKind.Invalid,
        "MMSI 前三位 {mid} 不是已分配的国家（地区）识别码（201 至 775；中国内地为 412、413、414）。",
        "The first three digits of the MMSI, {mid}, are assigned to no country (201 to 775; 412, 413 and 414 are China's).",
        "ITU-R M.585-9");

    public static readonly Reason UnknownDatum = new(
        "registry.unknown-datum", ReasonKind.Invalid,
        "坐标系“{datum}”不能登记，请先转换为 WGS-84。",
        "Positions in {datum} cannot be registered. Convert them to WGS-84 first.");

    public static readonly Reason BadPolygon = new(
        "registry.bad-polygon", ReasonKind.Invalid,
        "区域边界不成立：应至少有三个不同的点，首尾点相同，经度在 ±180、纬度在 ±90 以内。",
        "The outline is no area: it needs three different points, the last one equal to the first, within ±180 and ±90 degrees.");
}
