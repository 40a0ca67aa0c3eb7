using Qingshan.Registry.Enterprises;

namespace Qingshan.Sensing.Tests;

/// <summary>A registry of one invented plant with two stations.</summary>
internal sealed class TestRegistry : IRegistry
{
    public const string Password = "p4ssw0";

    public static readonly Station Plating = new("Q33090100000000000000001", "plant", "DW001", "32", Password, [], false, 122.1, 30.0);

    public static readonly Station Bound = Plating with { Mn = "Q33090100000000000000002", Outlet = "DW002", Addresses = ["127.0.0.1"] };

    public static readonly Station Elsewhere = Plating with { Mn = "Q33090100000000000000003", Outlet = "DW003", Addresses = ["192.0.2.7"] };

    public IReadOnlyList<Enterprise> Enterprises { get; } =
    [
        new("plant", "示范电镀厂", "Demo plating works", "", "", "330902", "", "", 122.1, 30.0, true, true, true,
            [
                new Outlet("DW001", "总排口", "main outlet", "water",
                    [new DischargeLimit("w20117", 0.5m, "mg/L", "test"), new DischargeLimit("w01001", 9m, "", "test", 6m)]),
                new Outlet("DW002", "二号排口", "second outlet", "water", [new DischargeLimit("w01018", 50m, "mg/L", "test")]),
                new Outlet("DW003", "三号排口", "third outlet", "water", []),
            ],
            []),
    ];

    public IReadOnlyList<Station> Stations { get; } = [Plating, Bound, Elsewhere];

    public Enterprise? FindEnterprise(string id) => Enterprises.FirstOrDefault(e => e.Id == id);

    public Station? FindStation(string mn) => Stations.FirstOrDefault(s => s.Mn == mn);
}
