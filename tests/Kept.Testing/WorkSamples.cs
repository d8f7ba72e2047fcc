using Kept.Core.Feedback;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Testing;

/// <summary>An address for every route behind the door. A route without one fails the tests that walk them.</summary>
public static class WorkSamples
{
    public const string Body = "scottish-government";

    public static Task Fill(Register register) => register.AppendAsync(Change.Of(Of(Body, "Scottish Government"), Of("celcis", "CELCIS"), Promise("sample-c1", new(2026, 3, 31)), Promise("sample-c2", new(2026, 12, 31))), Act.Operator("For a test.", "load"));

    public static async Task<IReadOnlyList<(string Pattern, string Path)>> Addresses(TestSite site)
    {
        var meeting = await Meeting(site);
        var (draft, sent) = (await Contribution(site, ContributionState.Draft), await Contribution(site, ContributionState.Received));
        await Questions.Fill(site);
        var person = await site.Workroom.Read(async w => (await w.Users.OrderBy(a => a.Id).FirstOrDefaultAsync())?.Id) ?? "nobody";
        return [.. site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => WorkDoor.TakesForms(p.Split('{')[0].TrimEnd('/'))).Distinct(StringComparer.Ordinal).Select(p => (p, p switch
            {
                "/account/invitation/{word}" => "/account/invitation/none",
                "/work/texts/{id}" => "/work/texts/digest",
                "/work/people/{id}" => "/work/people/" + person,
                "/work/bodies/{id}" => "/work/bodies/" + Body,
                "/work/bodies/{id}/write/{kind}" => $"/work/bodies/{Body}/write/commitment",
                "/work/bodies/{id}/table" => $"/work/bodies/{Body}/table",
                "/work/bodies/{id}/updates.csv" => $"/work/bodies/{Body}/updates.csv",
                "/work/bodies/{id}/reports/{report}.{form}" => $"/work/bodies/{Body}/reports/corporate-parenting.docx",
                "/work/still-true/{word}" => "/work/still-true/none",
                "/work/meetings/{id}" => "/work/meetings/" + meeting,
                "/work/record-meeting/{id?}" => "/work/record-meeting/" + meeting,
                "/work/contributions/{id}" => "/work/contributions/" + sent,
                "/work/contributions/{id}/files" => $"/work/contributions/{sent}/files",
                "/work/contributions/{id}/edit" => $"/work/contributions/{draft}/edit",
                "/work/queue/{id}" => "/work/queue/" + sent,
                _ when Questions.Samples.TryGetValue(p, out var sample) => sample,
                _ => p.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"The route {p} has no sample.") : p,
            }))];
    }

    private static Write Promise(string id, DateOnly by) => Write.Set(id, new(2021, 6, 30), new Commitment
    {
        Text = "Publish the guidance",
        Who = [Body],
        Status = "planned",
        StatusWording = "will publish",
        StatusBasis = "as worded in a plan",
        Due = [new() { Text = "that day", Qualifier = "by", End = by }],
    }, 0);

    // One of each, of a body, however often it is asked for.
    private static async Task<string> Contribution(TestSite site, ContributionState state)
    {
        if (await site.Workroom.Read(w => w.Contributions.Where(c => c.State == state).Select(c => c.Id).FirstOrDefaultAsync()) is { } there) return there;
        var made = new Contribution
        {
            FormKey = state.ToString(),
            Kind = ContributionKind.Commitment,
            Body = Body,
            Title = "A new commitment",
            Told = new() { Promise = "Something new" },
            Author = "nobody",
            Provenance = Provenance.Web,
            Made = site.Clock.GetUtcNow(),
            State = state,
            Sent = state == ContributionState.Draft ? null : site.Clock.GetUtcNow(),
        };
        await site.Workroom.Write(w => w.Contributions.AddAsync(made).AsTask());
        return made.Id;
    }

    private static async Task<string> Meeting(TestSite site)
    {
        if (await site.Workroom.Read(w => w.Meetings.Select(m => m.Id).FirstOrDefaultAsync()) is { } there) return there;
        var made = new Meeting { FormKey = "sample", Day = new(2026, 11, 1), Bodies = [Body], Contacts = [], Actions = [], HappensNow = "Something.", RecordedBy = "nobody", Made = site.Clock.GetUtcNow() };
        await site.Workroom.Write(w => w.Meetings.AddAsync(made).AsTask());
        return made.Id;
    }

    private static Write Of(string id, string name) => Write.Set(id, new DateOnly(2020, 2, 5), new Organisation { Name = name, Type = "public body" }, 0);
}
