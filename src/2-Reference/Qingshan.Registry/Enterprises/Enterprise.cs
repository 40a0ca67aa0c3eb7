using NodaTime;

namespace Qingshan.Registry.Enterprises;

/// <summary>A regulated source: its archive card (重点企业管理档案).</summary>
/// <param name="CreditCode">统一社会信用代码, 18 characters (GB 32100-2015).</param>
/// <param name="PermitNumber">排污许可证编号, 22 characters (HJ 608-2017); empty when it has none.</param>
/// <param name="KeyDischarger">On the list of key dischargers (重点排污单位).</param>
/// <param name="KeyPermit">Permit under key management (重点管理).</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
public sealed record Enterprise(
    string Id, string NameZh, string NameEn, string CreditCode, string PermitNumber, string Division, string AddressZh, string AddressEn,
    double Longitude, double Latitude, bool KeyDischarger, bool KeyPermit, bool Demo, IReadOnlyList<Outlet> Outlets, IReadOnlyList<HistoryItem> History)
{
    /// <summary>The permit in force or the last one; null when it has none.</summary>
    public Permit? Permit { get; init; }
}

/// <summary>An outlet of a permit: DW001 (water), DA001 (air).</summary>
/// <param name="Medium"><c>water</c> or <c>air</c>.</param>
public sealed record Outlet(string Id, string NameZh, string NameEn, string Medium, IReadOnlyList<DischargeLimit> Limits);

/// <summary>The permitted limit of one factor at an outlet.</summary>
/// <param name="Factor">Factor code of HJ 212 (HJ 524, HJ 525): the key of the factor table.</param>
/// <param name="Value">Upper limit; for pH the upper bound.</param>
/// <param name="Lower">Lower bound where the factor has one (pH).</param>
/// <param name="Basis">The standard or permit clause that sets it, in Chinese.</param>
/// <param name="BasisEn">The same in English.</param>
public sealed record DischargeLimit(string Factor, decimal Value, string Unit, string Basis, decimal? Lower = null, string BasisEn = "");

/// <summary>A past inspection, penalty or other event of the archive.</summary>
/// <param name="Kind"><c>inspection</c>, <c>penalty</c>, <c>rectification</c>.</param>
/// <param name="Number">Document number, where there is one.</param>
public sealed record HistoryItem(string Kind, LocalDate Date, string Number, string Zh, string En);

/// <summary>An automatic monitoring station: one data logger that reports by HJ 212.</summary>
/// <param name="Mn">设备唯一标识, 24 characters.</param>
/// <param name="System">ST code: 32 surface-water discharge, 31 air discharge.</param>
/// <param name="Password">Access password as the standard sends it (PW); shown masked everywhere.</param>
/// <param name="Addresses">Source addresses the device may send from; none when it is bound to none.</param>
/// <param name="Reviewed">Passed the legal and technical review of 行政处罚法 art. 41, with its place made public: only then may its record become evidence.</param>
public sealed record Station(string Mn, string Enterprise, string Outlet, string System, string Password, IReadOnlyList<string> Addresses, bool Reviewed, double Longitude, double Latitude);
