using Qingshan.Directory.Access;
using Qingshan.Directory.Accounts;
using Qingshan.Law;
using Qingshan.Registry.Enterprises;
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

    public Naming Names => new(Texts, new DemoDirectory(), new NoFirms(), StatuteBook.Load());

    private sealed class NoFirms : IRegistry
    {
        public IReadOnlyList<Enterprise> Enterprises => [];

        public IReadOnlyList<Station> Stations => [];

        public Enterprise? FindEnterprise(string id) => null;

        public Station? FindStation(string mn) => null;
    }
}
