using Qingshan.Record.Entries;

namespace Qingshan.Directory.Agencies;

/// <summary>An agency joined the site; first entry of <c>agency/{id}</c>.</summary>
/// <param name="Division">GB/T 2260 code.</param>
/// <param name="Superior">Id of the same agency one level up; empty at the top of the site.</param>
/// <param name="Demo">Invented, for demonstration.</param>
[EntryType("agency.registered")]
public sealed record AgencyRegistered(AgencyKind Kind, string NameZh, string NameEn, string Division, string Superior, bool Demo) : EntryBody;

/// <summary>A unit was set up inside the agency.</summary>
[EntryType("agency.unit-established")]
public sealed record UnitEstablished(string Unit, string NameZh, string NameEn) : EntryBody;

/// <summary>A post was set up at the agency.</summary>
/// <param name="Post">Id, unique in the site.</param>
/// <param name="Unit">Unit of the agency; empty when the post belongs to none.</param>
[EntryType("agency.post-established")]
public sealed record PostEstablished(string Post, PostKind Kind, string Unit, string TitleZh, string TitleEn) : EntryBody;

/// <summary>A post was given up; who held it has lost it.</summary>
[EntryType("agency.post-abolished")]
public sealed record PostAbolished(string Post, string Reason) : EntryBody;
