namespace Qingshan.Directory.Agencies;

/// <summary>Kinds of posts. What a post may do is data (<c>access.json</c>); the kind is the only thing that data refers to.</summary>
public enum PostKind
{
    Inspector,
    HeadOfAgency,
    EcoPoliceOfficer,
    PoliceHead,
    Procurator,
    DutyOfficer,
    Laboratory,
    LiaisonOfficer,
    EcoPoliceChief,
    Volunteer,
    Auditor,
    SiteAdministrator,
    Public,
    Tipster,
    Device,
}
