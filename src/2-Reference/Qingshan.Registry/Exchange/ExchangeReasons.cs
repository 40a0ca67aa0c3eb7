using Qingshan.Record.Reasons;

namespace Qingshan.Registry.Exchange;

/// <summary>Why a file, a row of it or an import as a whole is refused.</summary>
public static class ExchangeReasons
{
    public static readonly Reason FileTooLarge = new(
        "exchange.file-too-large", ReasonKind.TooLarge,
        "文件超过 {limit} MB 的上限，未读取。请分成几个文件导入。",
        "The file is larger than the limit of {limit} MB and was not read. Split it.");

    public static readonly Reason EmptyFile = new(
        "exchange.empty-file", ReasonKind.Invalid,
        "文件是空的，或者只有表头。",
        "The file is empty or has nothing but a heading.");

    public static readonly Reason NotUtf8 = new(
        "exchange.not-utf8", ReasonKind.Invalid,
        "文件不是 UTF-8 编码（第 {position} 个字节起无法识别），可能是 GBK 或 Unicode。请在表格软件中另存为“CSV UTF-8”后再导入。",
        "The file is not UTF-8 (unreadable from byte {position}); it may be GBK or UTF-16. Save it as \"CSV UTF-8\" and import it again.");

    public static readonly Reason BadJson = new(
        "exchange.bad-json", ReasonKind.Invalid,
        "文件不是有效的 JSON：第 {line} 行第 {position} 个字节处出错。",
        "The file is no valid JSON: line {line}, byte {position}.");

    public static readonly Reason NotFeatures = new(
        "exchange.not-features", ReasonKind.Invalid,
        "文件不是 GeoJSON FeatureCollection（缺少 features 列表）。",
        "The file is no GeoJSON FeatureCollection: it has no list of features.");

    public static readonly Reason QuoteInField = new(
        "exchange.quote-in-field", ReasonKind.Invalid,
        "第 {row} 行：引号只能在字段的开头和结尾，字段内的引号应写成两个。",
        "Row {row}: a quote stands only at the beginning and end of a field; write two for one inside.");

    public static readonly Reason QuoteOpen = new(
        "exchange.quote-open", ReasonKind.Invalid,
        "第 {row} 行：引号没有闭合。",
        "Row {row}: a quote is not closed.");

    public static readonly Reason TooManyRows = new(
        "exchange.too-many-rows", ReasonKind.TooLarge,
        "一次最多导入 {limit} 行，请分成几个文件。",
        "At most {limit} rows are imported at once. Split the file.");

    public static readonly Reason TooManyColumns = new(
        "exchange.too-many-columns", ReasonKind.TooLarge,
        "第 {row} 行超过 {limit} 列。",
        "Row {row} has more than {limit} columns.");

    public static readonly Reason ColumnMissing = new(
        "exchange.column-missing", ReasonKind.Invalid,
        "缺少列“{column}”。",
        "The column {column} is missing.");

    public static readonly Reason ColumnTwice = new(
        "exchange.column-twice", ReasonKind.Invalid,
        "列“{column}”出现了两次。",
        "The column {column} is there twice.");

    public static readonly Reason FieldCount = new(
        "exchange.field-count", ReasonKind.Invalid,
        "本行有 {count} 个字段，表头有 {expected} 个。",
        "This row has {count} fields; the heading has {expected}.");

    public static readonly Reason FieldType = new(
        "exchange.field-type", ReasonKind.Invalid,
        "只接受文字、数字、真假值或文字列表。",
        "Only text, numbers, true or false, and lists of texts are accepted.");

    public static readonly Reason Missing = new("exchange.missing", ReasonKind.Invalid, "必须填写。", "This must be given.");

    public static readonly Reason TooLong = new(
        "exchange.too-long", ReasonKind.Invalid,
        "共 {length} 个字符，最多 {limit} 个。",
        "{length} characters; at most {limit} are kept.");

    public static readonly Reason TooManyItems = new(
        "exchange.too-many-items", ReasonKind.Invalid,
        "列表有 {count} 项，最多 {limit} 项。",
        "{count} values in a list; at most {limit} are kept.");

    public static readonly Reason UnfitText = new(
        "exchange.unfit-text", ReasonKind.Invalid,
        "含有不可保存的控制字符。",
        "It holds control characters, which are not kept.");

    public static readonly Reason BadId = new(
        "exchange.bad-id", ReasonKind.Invalid,
        "编号“{value}”只能由英文字母、数字和 - _ . : 组成，最多 {limit} 个字符。",
        "The id {value} may have ASCII letters, digits and - _ . : only, at most {limit} of them.");

    public static readonly Reason BadDate = new(
        "exchange.bad-date", ReasonKind.Invalid,
        "“{value}”不是日期，应为 2026-03-02 的形式。",
        "{value} is no date; write it like 2026-03-02.");

    public static readonly Reason ImplausibleDate = new(
        "exchange.implausible-date", ReasonKind.Invalid,
        "日期 {value} 不合常理，应在 {first} 至 {last} 之间。",
        "The date {value} is not plausible; it would be between {first} and {last}.");

    public static readonly Reason DatesReversed = new(
        "exchange.dates-reversed", ReasonKind.Invalid,
        "起始日 {from} 晚于终止日 {to}。",
        "The first day, {from}, is after the last, {to}.");

    public static readonly Reason BadUse = new(
        "exchange.bad-use", ReasonKind.Invalid,
        "“{value}”应写成“名称|起始日|终止日”，日期可以空着。",
        "{value} would be written name|first day|last day; the days may be empty.");

    public static readonly Reason BadFlag = new("exchange.bad-flag", ReasonKind.Invalid, "“{value}”应为 true 或 false。", "{value} would be true or false.");

    public static readonly Reason BadLength = new(
        "exchange.bad-length", ReasonKind.Invalid,
        "船长“{value}”应为 1 至 500 之间的数字，单位米。",
        "The length {value} would be a number between 1 and 500, in metres.");

    public static readonly Reason BadSeason = new(
        "exchange.bad-season", ReasonKind.Invalid,
        "“{value}”不是季节，应写成 05-01T12:00/09-16T12:00 或 11-01/02-15 22:00-04:00 的形式。",
        "{value} is no season; write it like 05-01T12:00/09-16T12:00 or 11-01/02-15 22:00-04:00.");

    public static readonly Reason UnknownGear = new(
        "exchange.unknown-gear", ReasonKind.Invalid,
        "不认识的作业类型（渔具）“{value}”。",
        "The gear {value} is not known.");

    public static readonly Reason UnknownWord = new(
        "exchange.unknown-word", ReasonKind.Invalid,
        "“{value}”不在可用的词中：{words}。",
        "{value} is none of the words in use: {words}.");

    public static readonly Reason UnknownDivision = new(
        "exchange.unknown-division", ReasonKind.Invalid,
        "“{value}”不是六位行政区划代码。",
        "{value} is no division code of six digits.");

    public static readonly Reason UnknownOwner = new(
        "exchange.unknown-owner", ReasonKind.Invalid,
        "企业“{value}”不在企业底数中。所有人是自然人的，此处不登记。",
        "The enterprise {value} is not in the register. An owner who is a natural person is not kept here.");

    public static readonly Reason NoIdentity = new(
        "exchange.no-identity", ReasonKind.Invalid,
        "既没有编号也没有 MMSI，无法确定是哪艘船。",
        "It has neither an id nor an MMSI, so it cannot be told which vessel it is.");

    public static readonly Reason SameInFile = new(
        "exchange.same-in-file", ReasonKind.Invalid,
        "“{value}”与第 {row} 行相同。",
        "{value} is the same as in row {row}.");

    public static readonly Reason MmsiTaken = new(
        "exchange.mmsi-taken", ReasonKind.Invalid,
        "MMSI {value} 现在属于“{name}”（{id}）。",
        "The MMSI {value} belongs to {name} ({id}) now.");

    public static readonly Reason NoShape = new("exchange.no-shape", ReasonKind.Invalid, "没有边界。", "It has no boundary.");

    public static readonly Reason BadShape = new(
        "exchange.bad-shape", ReasonKind.Invalid,
        "边界不是多边形（GeoJSON 的 Polygon、MultiPolygon，或表格中的 POLYGON、MULTIPOLYGON 文字）。",
        "The boundary is no polygon (Polygon or MultiPolygon of GeoJSON, or POLYGON or MULTIPOLYGON text in a sheet).");

    public static readonly Reason TooManyCorners = new(
        "exchange.too-many-corners", ReasonKind.TooLarge,
        "边界超过 {limit} 个顶点，请先简化。",
        "The boundary has more than {limit} corners. Simplify it first.");

    public static readonly Reason CornerOutOfRange = new(
        "exchange.corner-out-of-range", ReasonKind.Invalid,
        "第 {ring} 条边界线第 {corner} 个顶点（经度 {longitude}，纬度 {latitude}）超出范围：经度 ±180，纬度 ±90。经纬度可能写反了。",
        "Corner {corner} of ring {ring} (longitude {longitude}, latitude {latitude}) is out of range: ±180 and ±90. They may be the wrong way round.");

    public static readonly Reason RingOpen = new(
        "exchange.ring-open", ReasonKind.Invalid,
        "第 {ring} 条边界线没有闭合：首点 {first}，尾点 {last}；至少四个点，首尾相同。",
        "Ring {ring} is not closed: it begins at {first} and ends at {last}; it needs four positions, the last equal to the first.");

    public static readonly Reason UnknownDatum = new(
        "exchange.unknown-datum", ReasonKind.Invalid,
        "必须说明坐标系：WGS-84、CGCS2000 或 GCJ-02，实际为“{value}”。",
        "The datum must be named: WGS-84, CGCS2000 or GCJ-02; it is \"{value}\".");

    public static readonly Reason NotYours = new(
        "exchange.not-yours", ReasonKind.Forbidden,
        "您所在岗位无权修改这一项。",
        "Your post may not change this one.");

    public static readonly Reason FileGone = new(
        "exchange.file-gone", ReasonKind.NotFound,
        "文件已不在服务器上（预览保留 24 小时），请重新上传。",
        "The file is no longer on the server (a preview is kept for 24 hours). Upload it again.");

    public static readonly Reason RegisterChanged = new(
        "exchange.register-changed", ReasonKind.Conflict,
        "预览之后底数有变化，尚未导入。请重新核对预览后再确认。",
        "The register changed after the preview. Nothing was imported: look at the preview again and confirm it anew.");

    public static readonly Reason RowRefused = new(
        "exchange.row-refused", ReasonKind.RuleBroken,
        "第 {row} 行有错误，不能导入。",
        "Row {row} has errors and cannot be imported.");

    public static readonly Reason NoSuchRow = new("exchange.no-such-row", ReasonKind.Invalid, "文件没有第 {row} 行。", "The file has no row {row}.");

    public static readonly Reason NothingToImport = new(
        "exchange.nothing-to-import", ReasonKind.RuleBroken,
        "没有可导入的行：所选的行与底数相同或者没有选择。",
        "There is nothing to import: the chosen rows are as in the register, or none is chosen.");

    public static readonly Reason WhyMissing = new("exchange.why-missing", ReasonKind.Invalid, "请写明导入的原因或者依据。", "Say why the file is imported, or on what basis.");
}
