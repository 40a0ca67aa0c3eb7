using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Qingshan.Cases.Cases;
using Qingshan.Directory.Access;
using Qingshan.Directory.Agencies;
using Qingshan.Directory.Commands;
using Qingshan.Record;
using Qingshan.Record.Reasons;
using Qingshan.Signals.Signals;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.TestKit;
using Qingshan.Transfers.Transfers;
using Qingshan.Web.Commands;
using Qingshan.Web.Tests.Story;

namespace Qingshan.Web.Tests.Access;

/// <summary>
/// Every command × kind of post × stage over HTTP must answer as the access table says. Each call names a version that no stream has: whoever may do it
/// gets as far as "stale", so that the walk changes nothing.
/// </summary>
[Collection("story site")]
public sealed class AccessWalkTests(StorySite site)
{
    private const long NoVersion = 999_999;

    [Fact]
    public void EveryVerb_OfAnEndpoint_HasARowInTheTable()
    {
        var verbs = Endpoints().Select(endpoint => endpoint.Metadata.GetMetadata<VerbAttribute>()?.Verb).OfType<string>()
            .Concat(site.App.Services.GetServices<CommandDefinition>().Select(definition => definition.Verb)).Distinct().ToList();
        Assert.True(verbs.Count > 30);
        var (access, auditor) = (site.Service<IAccess>(), site.Acting("auditor-1"));
        Assert.All(verbs, verb => access.Permit(auditor, verb));
    }

    [Fact]
    public async Task EveryReadingOfTheInterface_AnswersEveryPost_AsTheTableSays()
    {
        var subjects = await Stages.MakeAsync(site);
        var access = site.Service<IAccess>();
        var readings = Endpoints().Where(IsReading).Select(endpoint => (Route: endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<VerbAttribute>()!.Verb)).ToList();
        foreach (var officer in Walkers().Distinct().Select(site.As))
        {
            foreach (var (route, verb) in readings.Where(reading => !reading.Route.Contains('{', StringComparison.Ordinal)))
                AssertList(access.Permit(officer.Who, verb).Refusal, await officer.GetAsync(route), $"{officer.Who.Post.Id} {route}");
            foreach (var (route, verb) in readings.Where(reading => reading.Route.EndsWith("/{id}", StringComparison.Ordinal)))
            {
                foreach (var subject in subjects.Where(subject => verb.StartsWith(subject.Stream.Kind + ".", StringComparison.Ordinal)))
                {
                    var path = route.Replace("{id}", subject.Stream.Key, StringComparison.Ordinal);
                    AssertSame(access.Permit(officer.Who, verb, subject).Refusal, await officer.GetAsync(path), $"{officer.Who.Post.Id} {route} at {subject.Stage}");
                }
            }
        }
    }

    [Fact]
    public async Task EveryCommand_AnswersEveryPostAtEveryStage_AsTheTableSays()
    {
        var subjects = await Stages.MakeAsync(site);
        Assert.Equal(
            ["administrative", "administrative-reached", "closed", "closed-reached", "criminal", "transferred"],
            subjects.Where(subject => subject.Stream.Kind == Case.Kind).Select(subject => subject.Stage).Distinct().Order());
        Assert.Equal(["closed", "report", "sent"], subjects.Where(subject => subject.Stream.Kind == Transfer.Kind).Select(subject => subject.Stage).Distinct().Order());
        var definitions = site.App.Services.GetServices<CommandDefinition>().ToList();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var post in Walkers().Distinct())
        {
            var officer = site.As(post);
            foreach (var definition in definitions.Where(definition => definition.Begins))
            {
                if (await AskToBeginAsync(officer, definition))
                    met.Add(definition.Verb);
            }

            foreach (var subject in subjects)
            {
                foreach (var definition in definitions.Where(definition => !definition.Begins && definition.Kind == subject.Stream.Kind))
                {
                    if (await AskAsync(officer, definition, subject))
                        met.Add(definition.Verb);
                }
            }
        }

        // A verb that nobody ever may do would make the walk say nothing about it.
        Assert.Empty(definitions.Select(definition => definition.Verb).Except(met));
        foreach (var subject in subjects)
            Assert.Equal(subject.Stage, (await SubjectNowAsync(subject)).Stage);
    }

    [Fact]
    public async Task EveryListRow_CarriesTheSameSubjectAsItsStream()
    {
        await Stages.MakeAsync(site);
        Subject[] rows =
        [
            .. site.Service<SignalQueries>().List().Select(row => row.Subject), .. site.Service<TaskQueries>().List().Select(row => row.Subject),
            .. site.Service<SampleQueries>().List().Select(row => row.Subject), .. site.Service<CaseQueries>().List().Select(row => row.Subject),
            .. site.Service<TransferQueries>().List().Select(row => row.Subject),
        ];
        Assert.Equal(["case", "sample", "signal", "task", "transfer"], rows.Select(row => row.Stream.Kind).Distinct().Order());
        foreach (var row in rows)
            Assert.Equal(Text(await SubjectNowAsync(row)), Text(row));
    }

    private IEnumerable<RouteEndpoint> Endpoints() => ((IEndpointRouteBuilder)site.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static bool IsReading(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true && endpoint.Metadata.GetMetadata<VerbAttribute>() is not null
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true;

    // A list shows what the post may see, so for a post that may see nothing it is refused or empty.
    private static void AssertList(Refusal? expected, Answer answer, string where)
    {
        if (expected is not null && answer.Status == 200)
            Assert.True(answer.Body.ValueKind == JsonValueKind.Array && answer.Body.GetArrayLength() == 0, $"{where}: {answer.Text}");
        else
            AssertSame(expected, answer, where);
    }

    private static void AssertSame(Refusal? expected, Answer answer, string where)
    {
        if (expected is null)
            Assert.True(answer.Status == 200, $"{where}: {answer.Status} {answer.Text}");
        else
            Assert.True(answer.Status == RefusalAnswers.Status(expected) && answer.Code == expected.Reason.Code, $"{where}: {answer.Status} {answer.Text}, expected {expected.Reason.Code}");
    }

    private async Task<bool> AskAsync(Officer officer, CommandDefinition definition, Subject subject)
    {
        var path = $"/api/{definition.Kind}/{subject.Stream.Key}/{definition.Verb[(definition.Kind.Length + 1)..]}";
        var body = JsonSerializer.SerializeToNode(Specimen.Of(definition.Command), definition.Command, CommandJson.Options)!;
        var answer = await officer.DoAsync(path, body, ifMatch: NoVersion);
        var expected = site.Service<IAccess>().Permit(officer.Who, definition.Verb, subject).Refusal;
        if (expected is null)
            answer.Refused(412, RecordReasons.Stale.Code);
        else
            Assert.Equal((RefusalAnswers.Status(expected), expected.Reason.Code), (answer.Status, answer.Code));
        if (expected?.Reason == AccessReasons.NotFound)
            Assert.Equal(await officer.DoAsync(path.Replace(subject.Stream.Key, "unknown", StringComparison.Ordinal), body, ifMatch: NoVersion), answer);
        return expected is null;
    }

    // Whoever may begin the stream gets as far as the command's own rules, which refuse the specimen.
    private async Task<bool> AskToBeginAsync(Officer officer, CommandDefinition definition)
    {
        var body = JsonSerializer.SerializeToNode(Specimen.Of(definition.Command), definition.Command, CommandJson.Options)!;
        var answer = await officer.DoAsync($"/api/{definition.Kind}/{definition.Verb[(definition.Kind.Length + 1)..]}", body);
        var expected = site.Service<IAccess>().Permit(officer.Who, definition.Verb).Refusal;
        if (expected is not null)
            Assert.Equal((RefusalAnswers.Status(expected), expected.Reason.Code), (answer.Status, answer.Code));
        else
            Assert.True(answer.Status is >= 400 and < 500 && !answer.Code.StartsWith("access.", StringComparison.Ordinal), $"{definition.Verb}: {answer.Status} {answer.Text}");
        return expected is null;
    }

    /// <summary>One post of each kind, and those who stand elsewhere to the same objects: not on it, of another agency, of another level.</summary>
    private IReadOnlyList<string> Walkers() =>
    [
        .. site.Service<IDirectory>().Posts.Where(post => site.Service<IDirectory>().People.Any(person => person.Posts.Contains(post.Id)))
            .DistinctBy(post => post.Kind).Select(post => post.Id),
        Posts.Duty, Posts.Inspector, Posts.OtherInspector, Posts.Head, Posts.Laboratory, Posts.Police, Posts.PoliceHead, Posts.Procurator,
        Posts.DistrictInspector, Posts.DistrictPolice, "env-dh-head", "proc-dh-procurator-1", "fish-zs-inspector-1", "psb-dh-head",
    ];

    private async Task<Subject> SubjectNowAsync(Subject subject) => subject.Stream.Kind switch
    {
        Signal.Kind => (await site.StateAsync<Signal>(subject.Stream.Kind, subject.Stream.Key)).Subject,
        FieldTask.Kind => (await site.StateAsync<FieldTask>(subject.Stream.Kind, subject.Stream.Key)).Subject,
        Sample.Kind => (await site.StateAsync<Sample>(subject.Stream.Kind, subject.Stream.Key)).Subject,
        Case.Kind => (await site.StateAsync<Case>(subject.Stream.Kind, subject.Stream.Key)).Subject,
        _ => (await site.StateAsync<Transfer>(subject.Stream.Kind, subject.Stream.Key)).Subject,
    };

    private static string Text(Subject subject) =>
        $"{subject.Stream} {subject.Stage} {subject.LeadAgency} {subject.Division} team {Joined(subject.Team)} to {Joined(subject.Receiving)} from {Joined(subject.FormerOwners)} with {Joined(subject.Joint)}";

    private static string Joined(IEnumerable<string> ids) => string.Join(',', ids.Distinct().Order(StringComparer.Ordinal));
}
