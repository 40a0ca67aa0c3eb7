using System.Collections.Frozen;
using Qingshan.Record.Reasons;

namespace Qingshan.Sensing;

/// <summary>Why received bytes are not, or not yet, observations. Everything named here stays in the archive, but for what is dropped.</summary>
public static class SensingReasons
{
    // Rejected: no valid frame.
    public static readonly Reason NoFrameStart = new(
        "sensing.no-frame-start", ReasonKind.Invalid, "不属于任何数据包的多余字节。", "Bytes that belong to no frame.", "HJ 212-2017 6.3");

    public static readonly Reason LengthNotDecimal = new(
        "sensing.length-not-decimal", ReasonKind.Invalid, "包头之后不是十进制长度。", "The frame head is not followed by a decimal length.", "HJ 212-2017 6.3");

    public static readonly Reason NoFrameEnd = new(
        "sensing.oversize", ReasonKind.TooLarge, "超过最大包长仍未出现包尾。", "No frame end within the longest frame.", "HJ 212-2017 6.3");

    public static readonly Reason Interrupted = new(
        "sensing.interrupted", ReasonKind.Invalid, "数据包未结束即出现下一个包头。", "The next frame began before this one ended.", "HJ 212-2017 6.3");

    public static readonly Reason ChecksumNotFound = new(
        "sensing.checksum-not-found", ReasonKind.Invalid, "包尾之前没有校验码。", "There is no checksum before the line end.", "HJ 212-2017 6.3");

    public static readonly Reason LengthAndChecksumWrong = new(
        "sensing.length-and-checksum", ReasonKind.Invalid, "长度与CRC校验均不符。", "Neither the length nor the checksum fits.", "HJ 212-2017 6.3");

    public static readonly Reason Incomplete = new(
        "sensing.incomplete", ReasonKind.Invalid, "连接结束或超时，数据包不完整。", "The connection ended or timed out inside a frame.", "HJ 212-2017 6.3");

    public static readonly Reason ChecksumWrong = new(
        "sensing.crc", ReasonKind.Invalid, "CRC校验不符，数据包已隔离。", "The checksum is wrong; the frame is quarantined.", "HJ 212-2017 附录A");

    public static readonly Reason Encrypted = new(
        "sensing.encrypted", ReasonKind.UnsupportedType, "数据区已加密（SM4），没有密钥不能校验和读取，已隔离。",
        "The data area is encrypted (SM4); without the key it can be neither checked nor read. Quarantined.", "HJ 212-2025 附录A");

    // Withheld: valid frames that are no observation.
    public static readonly Reason MissingStation = new(
        "sensing.station-missing", ReasonKind.Invalid, "数据包未写明设备唯一标识MN。", "The frame names no device (MN).", "HJ 212-2017 6.3");

    public static readonly Reason UnknownStation = new(
        "sensing.station-unknown", ReasonKind.Forbidden, "设备唯一标识MN未登记，数据已隔离，不产生线索。", "The device (MN) is not registered; quarantined, never a signal.");

    public static readonly Reason WrongPassword = new(
        "sensing.password-wrong", ReasonKind.Forbidden, "设备访问密码不符，数据已隔离，不产生线索。", "The device's password does not match; quarantined, never a signal.");

    public static readonly Reason WrongAddress = new(
        "sensing.address-wrong", ReasonKind.Forbidden, "来源地址与设备绑定地址不符，数据已隔离，不产生线索。", "The source is not the address the device is bound to; quarantined, never a signal.");

    public static readonly Reason NoMeasurements = new(
        "sensing.no-measurements", ReasonKind.UnsupportedType, "不含监测数据的报文，仅归档。", "The message carries no measurements; it is archived only.");

    public static readonly Reason Answer = new(
        "sensing.answer", ReasonKind.UnsupportedType, "应答报文（9011—9014），仅归档。", "An answer (9011–9014); it is archived only.", "HJ 212-2017 6.6.5");

    public static readonly Reason TimesDiffer = new(
        "sensing.times-differ", ReasonKind.Invalid, "一个报文内有不同的数据时间，无法确定各值属于哪一时刻。", "The message carries different data times; which value belongs to which cannot be relied on.", "HJ 212-2017 6.3");

    public static readonly Reason SplitWithoutTime = new(
        "sensing.split-without-time", ReasonKind.Invalid, "拆分包未写明数据时间，不能单独成立。", "The packet of a split message has no data time and cannot stand by itself.", "HJ 212-2017 附录C.49");

    public static readonly Reason TimeMissing = new(
        "sensing.time-missing", ReasonKind.Invalid, "缺少数据时间或数据时间不是有效时刻。", "The data time is missing or is no real time.", "HJ 212-2017 6.6");

    public static readonly Reason TimeInFuture = new(
        "sensing.time-future", ReasonKind.Invalid, "数据时间晚于接收时间，超出允许的时钟偏差。", "The data time lies after the receipt, beyond what clocks may differ.");

    public static readonly Reason TimeImplausible = new(
        "sensing.time-implausible", ReasonKind.Invalid, "数据时间早于该协议施行之日，设备时钟有误。", "The data time lies before the protocol existed; the device's clock is wrong.");

    public static readonly Reason Duplicate = new(
        "sensing.duplicate", ReasonKind.Conflict, "重复报文，已与先前数据合并。", "A repeated message; merged with what was there.");

    // Dropped: bytes of strangers that are not even archived.
    public static readonly Reason SourceTooLoud = new(
        "sensing.source-too-loud", ReasonKind.Limited, "该来源一小时内发送的未认证数据超过限额，超出部分未归档，连接已断开。",
        "This source sent more unauthenticated bytes in an hour than are kept; the rest is not archived and the connection is closed.");

    public static readonly Reason DiskFull = new(
        "sensing.disk-full", ReasonKind.Unavailable, "磁盘可用空间低于下限，未认证的数据不再归档。",
        "The disk has less free space than must be kept; unauthenticated bytes are not archived.");

    // AIS: sentences that are no message, and messages that are no observation.
    public static readonly Reason AisChecksum = new(
        "sensing.ais-checksum", ReasonKind.Invalid, "AIS语句校验和不符。", "The checksum of the AIS sentence is wrong.", "IEC 61162-1 7.1");

    public static readonly Reason AisForm = new(
        "sensing.ais-form", ReasonKind.Invalid, "不是完整的AIS语句。", "Not a well-formed AIS sentence.", "IEC 61162-1 8.3");

    public static readonly Reason AisLength = new(
        "sensing.ais-length", ReasonKind.Invalid, "AIS报文位数不足。", "The AIS message has too few bits for its type.", "ITU-R M.1371-5 附件8");

    public static readonly Reason AisPartMissing = new(
        "sensing.ais-part-missing", ReasonKind.Invalid, "AIS多句报文缺少前面的语句。", "Earlier parts of this AIS message never came.", "IEC 61162-1 8.3");

    public static readonly Reason AisPart = new(
        "sensing.ais-part", ReasonKind.UnsupportedType, "AIS多句报文的前句，内容随末句入库。", "An earlier part of an AIS message; its content is stored with the last part.");

    public static readonly Reason AisOtherType = new(
        "sensing.ais-other", ReasonKind.UnsupportedType, "不含船位和船舶资料的AIS报文，仅归档。", "An AIS message without position or ship data; it is archived only.");

    public static readonly Reason AisNoPosition = new(
        "sensing.ais-no-position", ReasonKind.Invalid, "AIS报文声明船位不可用。", "The AIS message says that its position is not available.", "ITU-R M.1371-5 附件8 表48");

    public static readonly Reason AisImpossiblePosition = new(
        "sensing.ais-impossible-position", ReasonKind.Invalid, "AIS报文的经纬度超出地球范围。", "The AIS message names a place that is not on earth.", "ITU-R M.1371-5 附件8 表48");

    public static readonly Reason AisMmsi = new(
        "sensing.ais-mmsi", ReasonKind.Invalid, "MMSI为零或超过九位。", "The MMSI is zero or has more than nine digits.", "ITU-R M.585-9");

    public static readonly Reason AisMerged = new(
        "sensing.ais-merged", ReasonKind.Conflict, "与已存船位或船舶资料重复，仅归档。", "Adds nothing to the position or ship data that stand there; it is archived only.");

    public static readonly Reason UnknownReceiver = new(
        "sensing.receiver-unknown", ReasonKind.Forbidden, "转发地址不是已登记的AIS接收站，数据已隔离，不产生线索。", "Not from a known AIS receiver; quarantined, never a signal.");

    public static readonly Reason ForeignText = new(
        "sensing.foreign-text", ReasonKind.Invalid, "不含AIS语句的文字行。", "A line of text without an AIS sentence.");

    public static readonly Reason LineTooLong = new(
        "sensing.line-too-long", ReasonKind.TooLarge, "单行超过4096字节，不是AIS语句。", "A line of more than 4,096 bytes is no AIS sentence.");

    /// <summary>Every reason above by its code.</summary>
    public static readonly FrozenDictionary<string, Reason> ByCode = new[]
    {
        NoFrameStart, LengthNotDecimal, NoFrameEnd, Interrupted, ChecksumNotFound, LengthAndChecksumWrong, Incomplete, ChecksumWrong, Encrypted,
        MissingStation, UnknownStation, WrongPassword, WrongAddress, NoMeasurements, Answer, TimesDiffer, SplitWithoutTime,
        TimeMissing, TimeInFuture, TimeImplausible, Duplicate, SourceTooLoud, DiskFull,
        AisChecksum, AisForm, AisLength, AisPartMissing, AisPart, AisOtherType, AisNoPosition, AisImpossiblePosition, AisMmsi, AisMerged, UnknownReceiver, ForeignText, LineTooLong,
    }.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);
}
