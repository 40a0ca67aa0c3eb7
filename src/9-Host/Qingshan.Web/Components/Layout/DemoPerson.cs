using Qingshan.Directory.Agencies;

namespace Qingshan.Web.Components.Layout;

/// <summary>A person of the demo in one post.</summary>
public sealed record DemoPerson(PersonCard Person, Post Post, Agency Agency);
