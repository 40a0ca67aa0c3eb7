using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;
using Qingshan.Signals.Exceedance;
using Qingshan.TestKit.Rules;

namespace Qingshan.Signals.Tests.Exceedance;

/// <summary>An invented works with one station that reports two limited factors.</summary>
internal sealed class Works : IRegistry
{
    public const string Mn = "330900DE0000000000000001";

    public static readonly DischargeLimit Nickel = new("w20117", Readings.Limit, "mg/L", "许可证");

    public static readonly DischargeLimit Copper = new("w20122", Readings.Limit, "mg/L", "许可证");

    public static readonly Station Station = new(Mn, "firm", "DW001", "32", "123456", [], false, 122, 30);

    public static readonly Outlet Outlet = new("DW001", "排口", "outlet", "water", [Nickel, Copper]);

    public static readonly Enterprise Firm = new("firm", "示范厂", "Firm", "", "", TownDirectory.City, "", "", 122, 30, true, true, true, [Outlet], []);

    public static WatchedObject Watched { get; } = new(Station, Firm, Outlet, Nickel, SourceAuthentication.Password);

    public IReadOnlyList<Enterprise> Enterprises => [Firm];

    public IReadOnlyList<Station> Stations => [Station];

    public Enterprise? FindEnterprise(string id) => id == Firm.Id ? Firm : null;

    public Station? FindStation(string mn) => mn == Mn ? Station : null;
}
