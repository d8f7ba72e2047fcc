using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Records;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Testing;

/// <summary>An address for every route behind the door. A route without one fails the tests that walk them.</summary>
public static class WorkSamples
{
    public static Task Fill(Register register) => register.AppendAsync(Change.Of(Of("scottish-government", "Scottish Government"), Of("celcis", "CELCIS")), Act.Operator("For a test.", "load"));

    public static async Task<IReadOnlyList<(string Pattern, string Path)>> Addresses(TestSite site)
    {
        var person = await site.Workroom.Read(async w => (await w.Users.OrderBy(a => a.Id).FirstOrDefaultAsync())?.Id) ?? "nobody";
        return [.. site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => WorkDoor.IsBehind(p.Split('{')[0].TrimEnd('/'))).Distinct(StringComparer.Ordinal).Select(p => (p, p switch
            {
                "/account/invitation/{word}" => "/account/invitation/none",
                "/work/people/{id}" => "/work/people/" + person,
                _ => p.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"The route {p} has no sample.") : p,
            }))];
    }

    private static Write Of(string id, string name) => Write.Set(id, new DateOnly(2020, 2, 5), new Organisation { Name = name, Type = "public body" }, 0);
}
