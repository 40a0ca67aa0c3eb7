using Qingshan.Cases.Cases;
using Qingshan.Record.Entries;
using Qingshan.Web.Formats;
using Qingshan.Web.Texts;

namespace Qingshan.Web.CaseFiles;

/// <summary>Says what an entry of a case is about, in one line. Sealed names are never opened here.</summary>
public sealed class EntryWords(ITexts texts, Naming names)
{
    /// <summary>The title of an entry type.</summary>
    public string Title(string type) => texts[$"entry.{type}"];

    /// <summary>The line below the title; empty where the title says it all.</summary>
    public string Detail(EntryBody body) => body switch
    {
        CaseOpened opened => $"{opened.Number} · {texts.Of(opened.Cause)}",
        OfficerNamed named => names.Person(named.Officer),
        PartyNamed party => $"{texts[$"cases.role.{party.Role}"]} · {(party.Name is null ? party.Organisation : texts["cases.sealed"])}",
        FactRecorded fact => $"{Fact(fact)}{(fact.Standing == FactStanding.Lead ? texts["cases.lead-suffix"] : "")}",
        FactWithdrawn fact => $"{names.Fact(fact.Name, fact.Item)} · {fact.Reason}",
        EvidenceAdded item => item.Title,
        ObjectsListed list => $"{list.ListNumber} · {texts["cases.objects-count", ("n", list.Objects.Count)]}",
        _ => Decision(body),
    };

    /// <summary>A fact with its value and unit: <c>测得浓度（六价铬） 2.90 mg/L</c>.</summary>
    public string Fact(FactRecorded fact) => $"{Name(fact)} {Value(fact)}";

    // What a monitor sent is no sample, and must not be called one.
    private string Name(FactRecorded fact) => fact is { Standing: FactStanding.Lead, Name: "concentration_mg_l" }
        ? texts["naming.fact-of", ("fact", texts["cases.monitored"]), ("item", names.FactValue(fact.Name, fact.Item))]
        : names.Fact(fact.Name, fact.Item);

    /// <summary>A fact's value in words, with its unit.</summary>
    public string Value(FactRecorded fact)
    {
        if (fact.Value is "true" or "false")
            return texts[fact.Value == "true" ? "tasks.yes" : "tasks.no"];
        var unit = names.FactUnit(fact.Name);
        var value = string.Join(texts["list.comma"], fact.Value.Split(',', StringSplitOptions.TrimEntries).Select(code => names.FactValue(fact.Name, code)));
        return unit.Length == 0 ? value : $"{value}\u202f{unit}";
    }

    private string Decision(EntryBody body) => body switch
    {
        TransferDutyArose duty => $"{texts["cases.offence", ("article", duty.Article)]} · {string.Join(texts["list.comma"], duty.Rows)}",
        TransferDutyDischarged sent => $"{names.Agency(sent.Police)}{texts["cases.copied", ("to", names.Agency(sent.Procuratorate))]}",
        TransferPassedOn passed => names.Agency(passed.Police),
        NonTransferDecided decided => decided.Reasons,
        CaseOwnershipMoved moved => $"{names.Agency(moved.From)} → {names.Agency(moved.To)} · {moved.FilingNumber}",
        CaseReturned returned => returned.Reasons,
        FineDecided fine => $"{fine.Number} · {Figures.Of(fine.Amount)}",
        CaseClosed closed => $"{texts[$"cases.ending.{closed.Ending}"]} · {closed.Reason}",
        _ => "",
    };
}
