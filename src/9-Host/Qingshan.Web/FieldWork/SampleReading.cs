using Qingshan.Directory.Access;
using Qingshan.Directory.Reading;
using Qingshan.Record.Entries;
using Qingshan.Record.Reasons;
using Qingshan.Tasking.Samples;
using Qingshan.Tasking.Tasks;
using Qingshan.Web.Reading;
using Qingshan.Web.Sessions;

namespace Qingshan.Web.FieldWork;

/// <summary>A sample as a post sees it.</summary>
/// <param name="TaskLevel">How much of its task the post may see: a laboratory nothing.</param>
public sealed record SampleSight(Seen<Sample> Seen, AccessLevel TaskLevel)
{
    public Sample Sample => Seen.State;

    public string Id => Seen.State.Stream.Key;
}

/// <summary>Reads samples for pages and interface.</summary>
internal sealed class SampleReading(ICurrent current, IAccess access, ReadDesk desk, Glances glances, SampleQueries samples)
{
    private Acting Who => current.Who ?? throw new InvalidOperationException("A reading was reached without a sign-in.");

    /// <summary>Every sample the post may see, the newest first.</summary>
    public Outcome<IReadOnlyList<SeenRow<SampleRow>>> List() =>
        access.Permit(Who, "sample.read").Then<IReadOnlyList<SeenRow<SampleRow>>>(_ => desk.Filter(Who, samples.List(), row => row.Subject).ToList());

    public async Task<Outcome<SampleSight>> ReadAsync(string id, CancellationToken cancel)
    {
        if (!(await desk.ReadAsync<Sample>(Who, new StreamId(Sample.Kind, id), needed: AccessLevel.Summary, cancel: cancel)).TryGet(out var seen, out var refusal))
            return refusal;
        var task = seen.State.Taken is { } taken ? await glances.AtAsync<FieldTask>(Who, taken.Task, cancel: cancel) : null;
        return new SampleSight(seen, task?.Level ?? AccessLevel.None);
    }
}
