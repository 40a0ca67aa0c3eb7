using NodaTime;
using Qingshan.Record.Entries;

namespace Qingshan.Registry.Enterprises;

/// <summary>A position in degrees, exactly as registered: <c>122.085 deg</c>.</summary>
/// <param name="Datum">Always <c>WGS-84</c>; named, because positions without a datum are worthless.</param>
public sealed record Position(Quantity Longitude, Quantity Latitude, string Datum);

/// <summary>A firm came into the registry; first entry of <c>enterprise/{id}</c>.</summary>
/// <param name="Industry">Class of GB/T 4754.</param>
[EntryType("enterprise.registered")]
public sealed record EnterpriseRegistered(
    string NameZh, string NameEn, string CreditCode, string Division, string AddressZh, string AddressEn, Position Seat,
    string Industry, string IndustryZh, string IndustryEn, bool KeyDischarger, bool Demo) : EntryBody;

/// <summary>A pollutant discharge permit was granted, or a registration accepted.</summary>
/// <param name="IssuedBy">Agency id.</param>
/// <param name="ValidTo">Last valid day.</param>
[EntryType("enterprise.permit-granted")]
public sealed record PermitGranted(PermitKind Kind, PermitManagement Management, string Number, string IssuedBy, LocalDate ValidFrom, LocalDate ValidTo) : EntryBody;

/// <summary>An outlet of the permit, with its limits; a later entry of the same outlet replaces it.</summary>
[EntryType("enterprise.outlet-registered")]
public sealed record OutletRegistered(string Outlet, string NameZh, string NameEn, string Medium, Position Place, IReadOnlyList<LimitSet> Limits) : EntryBody;

/// <summary>A limit as the permit states it. A figure without a dimension, such as pH, has the unit <c>1</c>.</summary>
/// <param name="Factor">Factor code of HJ 212.</param>
/// <param name="Upper">The permitted value itself is compliant.</param>
public sealed record LimitSet(string Factor, Quantity Upper, Quantity? Lower, string BasisZh, string BasisEn);

/// <summary>An inspection of the past.</summary>
/// <param name="Inspectors">Person ids.</param>
[EntryType("enterprise.inspection-recorded")]
public sealed record InspectionRecorded(
    string Inspection, LocalDate Date, string Agency, IReadOnlyList<string> Inspectors, string Kind, bool ViolationFound, string ResultZh, string ResultEn) : EntryBody;

/// <summary>An administrative penalty of the past.</summary>
/// <param name="ConductKind">Equal words are the same kind of conduct, which counts for repeated penalties.</param>
[EntryType("enterprise.penalty-recorded")]
public sealed record PenaltyRecorded(
    string Number, LocalDate DecidedOn, string Agency, string ConductKind, string ConductZh, string ConductEn, string Source, string Article, Quantity Fine, LocalDate PaidOn)
    : EntryBody;
