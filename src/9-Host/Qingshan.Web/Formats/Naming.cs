using Qingshan.Directory.Agencies;
using Qingshan.Geography.Divisions;
using Qingshan.Law;
using Qingshan.Protocols.Hj212;
using Qingshan.Record.Entries;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Zones;
using Qingshan.Web.Texts;

namespace Qingshan.Web.Formats;

/// <summary>Names of what pages mention by id, in the language of the request. An id that nothing knows is shown as it is.</summary>
public sealed class Naming(ITexts texts, IDirectory directory, IRegistry registry, IZones zones, StatuteBook book)
{
    public string Agency(string id) => directory.FindAgency(id) is { } agency ? texts.Of(agency.NameZh, agency.NameEn) : id;

    public string Person(string id) => directory.FindPerson(id) is { } person ? texts.Of(person.NameZh, person.NameEn) : id;

    /// <summary>Several people, their ids separated by spaces.</summary>
    public string People(string ids) => string.Join(texts["list.comma"], ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Person));

    /// <summary>Who made an entry: a person with the agency, or that a rule or device did.</summary>
    public string Actor(Actor actor) => actor.Person.StartsWith("rule:", StringComparison.Ordinal) || actor.Person.StartsWith("device:", StringComparison.Ordinal)
        ? texts["naming.automatic"]
        : $"{Person(actor.Person)} · {Agency(actor.Agency)}";

    public string Enterprise(string id) => registry.FindEnterprise(id) is { } firm ? texts.Of(firm.NameZh, firm.NameEn) : id;

    public string Zone(string id) => zones.FindZone(id) is { } zone ? texts.Of(zone.NameZh, zone.NameEn) : id;

    /// <summary>A vessel by its name, or by its MMSI where it has said none.</summary>
    public string Vessel(string name, string mmsi) => name.Length > 0 ? name : $"MMSI {mmsi}";

    public string Outlet(string enterprise, string outlet) =>
        registry.FindEnterprise(enterprise)?.Outlets.FirstOrDefault(known => known.Id == outlet) is { } known ? $"{outlet} {texts.Of(known.NameZh, known.NameEn)}" : outlet;

    /// <summary>The division and the one above it: <c>舟山市定海区</c>.</summary>
    public string Division(string code) => DivisionTable.Path(code) is { Count: > 0 } path
        ? string.Join(texts.Of("", ", "), (texts.Language == "en" ? path.Skip(1).Reverse() : path.Skip(1)).Select(division => texts.Of(division.NameZh, division.NameEn)))
        : code;

    public string Factor(string code) => Hj212Factors.Find(code) is { } factor ? texts.Of(factor.Zh, factor.En) : code;

    /// <summary>A fact of the statute book with the entry it is about: <c>测得浓度（六价铬）</c>.</summary>
    public string Fact(string name, string item)
    {
        if (book.Fact(name) is not { } fact)
            return item.Length == 0 ? name : $"{name}.{item}";
        var title = texts.Of(fact.Zh, fact.En);
        return item.Length == 0 ? title : texts["naming.fact-of", ("fact", title), ("item", FactValue(name, item))];
    }

    /// <summary>A code of a fact's values in words.</summary>
    public string FactValue(string name, string code)
    {
        var known = book.Fact(name)?.Values?.FirstOrDefault(value => value.Code == code) ?? book.Fact("exceed_times")?.Values?.FirstOrDefault(value => value.Code == code);
        return known is null ? code : texts.Of(known.Zh, known.En);
    }

    public string FactUnit(string name) => book.Fact(name) is { } fact ? texts.Of(fact.UnitZh ?? "", fact.UnitEn ?? "") : "";

    /// <summary>A document type of the checklist.</summary>
    public string Document(string type) => texts.Find($"naming.document.{type}") ?? type;
}
