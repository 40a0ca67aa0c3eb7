using Microsoft.Extensions.DependencyInjection;
using Qingshan.Sensing.Vessels;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.Picture;

/// <summary>The whole site, with invented vessels on its clock.</summary>
public sealed class VesselSite : IAsyncLifetime
{
    public VesselSite()
    {
        Site = new StorySite { Adds = services => services.AddSingleton<IVesselPicture>(Fleet!) };
        Fleet = new InventedFleet(() => Site.Clock.Now, 250);
    }

    internal StorySite Site { get; }

    internal InventedFleet Fleet { get; }

    public Task InitializeAsync() => Site.InitializeAsync();

    public Task DisposeAsync() => Site.DisposeAsync();
}
