namespace Qingshan.Directory.Agencies;

/// <summary>Kinds of agencies.</summary>
public enum AgencyKind
{
    Environment,
    Fisheries,
    NaturalResources,
    Forestry,
    Water,
    Agriculture,
    Transport,
    Market,
    UrbanManagement,
    CoastGuard,
    Police,
    Procuratorate,
    JointCentre,
    Laboratory,
    Administration,
}
