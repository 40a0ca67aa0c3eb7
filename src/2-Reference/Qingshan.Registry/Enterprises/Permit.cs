using NodaTime;

namespace Qingshan.Registry.Enterprises;

/// <summary>What entitles a firm to discharge.</summary>
public enum PermitKind
{
    /// <summary>排污许可证.</summary>
    Permit,

    /// <summary>排污登记.</summary>
    Registration,
}

/// <summary>How closely the permit is managed (排污许可管理条例 art. 2).</summary>
public enum PermitManagement
{
    /// <summary>重点管理.</summary>
    Key,

    /// <summary>简化管理.</summary>
    Simplified,

    /// <summary>登记管理.</summary>
    Registration,
}

/// <summary>A permit or registration.</summary>
/// <param name="IssuedBy">Agency id.</param>
/// <param name="ValidTo">Last valid day.</param>
public sealed record Permit(PermitKind Kind, PermitManagement Management, string Number, string IssuedBy, LocalDate ValidFrom, LocalDate ValidTo);
