namespace Qingshan.Web.Tests.Story;

/// <summary>The posts of the demo that the story needs.</summary>
internal static class Posts
{
    public const string Duty = "centre-zs-duty-1";
    public const string Inspector = "env-zs-inspector-1";
    public const string SecondInspector = "env-zs-inspector-2";

    /// <summary>Of the same bureau, but on nothing.</summary>
    public const string OtherInspector = "env-zs-inspector-3";

    public const string Head = "env-zs-head";
    public const string Laboratory = "lab-zs-analyst-1";
    public const string Police = "psb-zs-officer-1";
    public const string SecondPolice = "psb-zs-officer-2";
    public const string PoliceHead = "psb-zs-head";
    public const string Procurator = "proc-zs-procurator-1";
    public const string DistrictPolice = "psb-dh-officer-1";
    public const string DistrictInspector = "env-dh-inspector-1";
}
