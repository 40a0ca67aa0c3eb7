using Microsoft.Extensions.DependencyInjection.Extensions;
using Qingshan.Web.Formats;
using Qingshan.Web.Picture;
using Qingshan.Web.Reading;
using Qingshan.Web.Registers;
using Qingshan.Web.Today;
using Qingshan.Web.Triage;

namespace Qingshan.Web;

/// <summary>The readings and endpoints behind today's list, the signals, the picture and the registers.</summary>
internal static class DeskPages
{
    public static void AddDeskPages(this IServiceCollection services)
    {
        services.TryAddSingleton<Glances>();
        services.TryAddScoped<Naming>();
        services.AddSingleton<OpenedCopies>().AddSingleton<StationReading>().AddSingleton<SliceReading>().AddSingleton<VesselFrames>();
        services.AddScoped<TodayReading>().AddScoped<SignalReading>().AddScoped<PictureReading>().AddScoped<VesselReading>().AddScoped<EnterpriseReading>().AddScoped<AccountingReading>();
    }

    public static void MapDeskPages(this IEndpointRouteBuilder routes)
    {
        routes.MapToday();
        routes.MapTriage();
        routes.MapPicture();
        routes.MapRegisters();
    }
}
