namespace Qingshan.Geography.Divisions;

/// <summary>Levels of divisions that have a code in GB/T 2260.</summary>
public enum DivisionLevel
{
    /// <summary>省级.</summary>
    Province,

    /// <summary>地级: a city that has districts.</summary>
    Prefecture,

    /// <summary>县级: districts, counties, county-level cities.</summary>
    County,
}
