using NodaTime;
using Qingshan.Registry.Codes;
using Qingshan.Registry.Vessels;

namespace Qingshan.Registry.Exchange;

/// <summary>Vessels as rows: how one is read, and every column with how it is written. What is written reads back the same.</summary>
internal static class VesselRows
{
    /// <summary>In the order of an exported file.</summary>
    public static IReadOnlyList<ExchangeColumn<Vessel>> Columns { get; } =
    [
        new("id", "编号", "Id", vessel => vessel.Id),
        new("name", "船名", "Name", vessel => vessel.Name, Required: true),
        new("name_from", "启用船名", "Name since", vessel => Cells.Date(vessel.NameFrom)),
        new("former_names", "曾用名", "Former names", vessel => Cells.Uses(vessel.FormerNames), IsList: true),
        new("mmsi", "MMSI", "MMSI", vessel => vessel.Mmsi ?? ""),
        new("mmsi_from", "启用 MMSI", "MMSI since", vessel => Cells.Date(vessel.MmsiFrom)),
        new("former_mmsis", "曾用 MMSI", "Former MMSIs", vessel => Cells.Uses(vessel.FormerMmsis), IsList: true),
        new("type", "船舶类型", "Type", vessel => vessel.Type, Required: true),
        new("port", "船籍港", "Home port", vessel => vessel.Port),
        new("division", "行政区划", "Division", vessel => vessel.Division),
        new("licence", "捕捞许可证号", "Fishing licence", vessel => vessel.Licence?.Number ?? ""),
        new("licence_from", "许可证有效期自", "Licence from", vessel => Cells.Date(vessel.Licence?.From)),
        new("licence_to", "许可证有效期至", "Licence to", vessel => Cells.Date(vessel.Licence?.To)),
        new("licence_gear", "许可作业类型", "Licensed gear", vessel => Cells.Texts(vessel.Licence?.Gear ?? []), IsList: true),
        new("licence_waters", "许可作业场所", "Licensed waters", vessel => Cells.Texts(vessel.Licence?.Waters ?? []), IsList: true),
        new("length_m", "船长（米）", "Length (m)", vessel => Cells.Number(vessel.LengthM)),
        new("owner", "所有企业", "Owning enterprise", vessel => vessel.Owner),
        new("note", "备注", "Note", vessel => vessel.Note),
        new("demo", "示范数据", "Demo", vessel => Cells.Flag(vessel.Demo)),
    ];

    /// <summary>The vessel of a row; what is wrong stands in the reader, and then the vessel is not to be used. Its id may be empty.</summary>
    public static (string Id, VesselRecorded Vessel) Read(RowReader row, Func<string, bool> isEnterprise)
    {
        var id = row.Id("vessel");
        var mmsi = Number(row, row.Text("mmsi"), "mmsi");
        var former = row.Uses("former_mmsis");
        foreach (var used in former)
            Number(row, used.Text, "former_mmsis");
        var owner = row.Text("owner");
        if (owner.Length > 0 && !isEnterprise(owner))
            row.Refuse("owner", ExchangeReasons.UnknownOwner.Refuse(("value", owner)));
        return (id, new VesselRecorded(
            row.Required("name"), row.Date("name_from"), row.Uses("former_names"), mmsi, row.Date("mmsi_from"), former, row.Word("type", Terms.VesselTypes),
            row.Text("port"), row.Division("division"), Licence(row), row.Metres("length_m"), owner, row.Text("note", ExchangeLimits.LongText, lines: true), row.Flag("demo"), "", "", 0));
    }

    /// <summary>No name or number that the register knows is lost: what the file leaves out is kept, and what was the present one becomes a former one.</summary>
    public static VesselRecorded Keep(VesselRecorded read, Vessel? known) => known is null ? read : read with
    {
        FormerNames = Kept(read.FormerNames, read.Name, read.NameFrom, known.FormerNames, known.Name, known.NameFrom, VesselName.Same),
        FormerMmsis = Kept(read.FormerMmsis, read.Mmsi, read.MmsiFrom, known.FormerMmsis, known.Mmsi, known.MmsiFrom, string.Equals),
    };

    private static List<Used> Kept(
        IReadOnlyList<Used> former, string now, LocalDate? from, IReadOnlyList<Used> knownFormer, string? known, LocalDate? knownFrom, Func<string, string, bool> same)
    {
        // It ended the day before the new one began, where that is said and can be.
        var lastDay = from?.PlusDays(-1);
        var before = string.IsNullOrEmpty(known) ? knownFormer : [new Used(known, knownFrom, knownFrom > lastDay ? null : lastDay), .. knownFormer];
        return [.. former, .. before.Where(used => !same(used.Text, now) && !former.Any(told => same(told.Text, used.Text)))];
    }

    private static string Number(RowReader row, string text, string field)
    {
        if (text.Length > 0 && Mmsi.Check(text) is { } refusal)
            row.Refuse(field, refusal);
        return text;
    }

    private static Licence? Licence(RowReader row)
    {
        var (from, to) = row.Span("licence_from", "licence_to");
        var licence = new Licence(row.Text("licence"), from, to, row.Gear("licence_gear"), row.Texts("licence_waters"));
        if (licence.Number.Length > 0)
            return licence;
        if (from is not null || to is not null || licence.Gear.Count > 0 || licence.Waters.Count > 0)
            row.Refuse("licence", ExchangeReasons.Missing.Refuse());
        return null;
    }
}
