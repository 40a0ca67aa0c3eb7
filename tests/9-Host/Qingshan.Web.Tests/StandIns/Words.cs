using NodaTime;
using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Law;
using Qingshan.Registry.Enterprises;
using Qingshan.Registry.Zones;
using Qingshan.Web.Formats;
using Qingshan.Web.Sessions;
using Qingshan.Web.Texts;

namespace Qingshan.Web.Tests.StandIns;

/// <summary>Texts and names in one language, outside a request.</summary>
internal sealed class Words(string language) : ICurrent
{
    public Acting? Who => null;

    public Session? Session => null;

    public string Language => language;

    public string Theme => "light";

    public ITexts Texts => new RequestTexts(new TextBook(), this);

    public Naming Names => new(Texts, new DemoDirectory(), new NoFirms(), new NoFirms(), StatuteBook.Load());

    private sealed class NoFirms : IRegistry, IZones
    {
        public IReadOnlyList<Enterprise> Enterprises => [];

        public IReadOnlyList<Station> Stations => [];

        public Enterprise? FindEnterprise(string id) => null;

        public Station? FindStation(string mn) => null;

        public IReadOnlyList<Zone> Zones => [];

        public Zone? FindZone(string id) => null;

        public IReadOnlyList<Zone> At(double longitude, double latitude, LocalDate date) => [];
    }
}
