namespace Qingshan.Directory.Agencies;

/// <summary>An agency or another organ.</summary>
/// <param name="Id">Short ASCII id: <c>env-zs</c>.</param>
/// <param name="Division">GB/T 2260 code of the division it serves; its last two pairs tell its level.</param>
/// <param name="Superior">The same agency one level up; null at the top of the site.</param>
public sealed record Agency(string Id, AgencyKind Kind, string NameZh, string NameEn, string Division, string? Superior);

/// <summary>A post at an agency. A person may hold several; one is active.</summary>
public sealed record Post(string Id, PostKind Kind, string Agency, string TitleZh, string TitleEn);

/// <summary>A person as colleagues see them: names are opened from sealed values and may read "erased".</summary>
/// <param name="Certificates">Numbers of law-enforcement certificates (执法证) or police numbers.</param>
public sealed record PersonCard(string Id, string NameZh, string NameEn, IReadOnlyList<string> Posts, IReadOnlyList<string> Certificates);
