namespace Qingshan.Directory.Access;

/// <summary>How a post relates to a stream. Computed from the <see cref="Subject"/>, never stored.</summary>
public enum Relation
{
    /// <summary>Owns the stream now: the responsible person, or the head of the owning agency. A person leads only in a post of an agency that owns, joins or receives it.</summary>
    Lead,

    /// <summary>Named on it, and acting in a post of an agency that owns, joins or receives it.</summary>
    Team,

    /// <summary>Same agency, not on it.</summary>
    OwnAgency,

    /// <summary>A transfer or task is addressed to the agency.</summary>
    Receiving,

    /// <summary>The agency that handed it over.</summary>
    FormerOwner,

    /// <summary>The procuratorate of the same level.</summary>
    Procuratorate,

    /// <summary>Same agency, one level up.</summary>
    Superior,

    /// <summary>Member of a joint investigation, campaign or conference that includes it.</summary>
    Joint,

    /// <summary>Asked about a part of it.</summary>
    Consulted,

    None,
}

/// <summary>How much a post may see of a stream; each level includes the ones before.</summary>
public enum AccessLevel
{
    /// <summary>Looks like "not found".</summary>
    None,

    /// <summary>That it is, and who owns it.</summary>
    Exists,

    /// <summary>Kind, stage, clocks, place to the district; no personal data.</summary>
    Summary,

    Full,

    /// <summary>Full, and the verbs its post has at this stage.</summary>
    Act,
}
