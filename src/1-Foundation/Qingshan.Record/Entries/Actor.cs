namespace Qingshan.Record.Entries;

/// <summary>Who made an entry: a person in a post, or a device or rule of the system.</summary>
/// <param name="Person">Directory id of the person; <c>device:MN</c> or <c>rule:NAME</c> where nobody acted. Never a name.</param>
/// <param name="Post">The post acted in; empty for devices and rules.</param>
/// <param name="Agency">The agency of the post; empty for devices and rules.</param>
/// <param name="Purpose">Why: the purpose chosen for case and shift, or that of the task.</param>
public sealed record Actor(string Person, string Post, string Agency, string Purpose)
{
    public static Actor Rule(string name) => new($"rule:{name}", "", "", "detection");

    public static Actor Device(string mn) => new($"device:{mn}", "", "", "monitoring");
}
