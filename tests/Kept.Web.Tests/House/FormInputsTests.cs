using System.Net;
using Kept.Core.Accounts;
using Kept.Core.Workroom;
using Kept.Testing;
using Kept.Web.House.Work;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Web.Tests.House;

/// <summary>What forms may set, and which buttons there are, read from the pages themselves: no page is left out.</summary>
public sealed class FormInputsTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.WithPeople(TestClock.At(2026, 11, 21), WorkSamples.Fill);

    [Fact]
    public async Task No_form_sets_a_row_of_the_database_or_a_part_of_one()
    {
        var rows = await _site.Workroom.Read(w => Task.FromResult(w.Model.GetEntityTypes().Select(e => e.ClrType).ToHashSet()));
        Assert.NotEmpty(rows);
        var inputs = 0;
        foreach (var page in await Pages())
            foreach (var (name, type) in page.BoundProperties.Select(p => (p.Name, p.ParameterType)).Concat(page.HandlerMethods.SelectMany(h => h.Parameters.Select(p => (p.Name, p.ParameterType)))))
            {
                inputs++;
                Assert.All(Reached(type, []), t => Assert.False(rows.Contains(t) || typeof(WorkroomContext).IsAssignableFrom(t), $"{page.ModelTypeInfo!.Name}.{name} lets a form set {t.Name}"));
            }
        Assert.True(inputs > 100, $"{inputs} inputs are few: were the pages found?");
    }

    [Fact]
    public async Task No_button_works_for_who_may_not_open_its_page_and_no_other_method_does()
    {
        var buttons = (await Pages()).ToDictionary(p => "/" + p.AttributeRouteInfo!.Template, p => p.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name is { Length: > 0 } n ? "?handler=" + n : "").ToList(), StringComparer.Ordinal);
        var addresses = await WorkSamples.Addresses(_site);
        var pressed = 0;
        foreach (var role in Roles.All)
        {
            using var visitor = await _site.Member(role, Roles.IsOfBody(role) ? "celcis" : null);
            var token = (await visitor.Page("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var (pattern, path) in addresses)
            {
                foreach (var method in (HttpMethod[])[HttpMethod.Trace, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch])
                {
                    using var other = await visitor.Client.SendAsync(new HttpRequestMessage(method, path));
                    Assert.True((int)other.StatusCode is 404 or 405 or 403, $"{method} {path}: {(int)other.StatusCode}");
                }
                using var seen = await visitor.Get(path);
                if (seen.StatusCode != HttpStatusCode.NotFound) continue;
                foreach (var button in buttons[pattern])
                {
                    using var answer = await visitor.Post(path.Split('?')[0] + button, ("__RequestVerificationToken", token), ("_method", "GET"), ("X-HTTP-Method-Override", "GET"));
                    Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{Roles.NameOf(role)} pressed {path}{button}: {(int)answer.StatusCode}");
                    pressed++;
                }
            }
        }
        Assert.True(pressed > 100, $"{pressed} buttons are few.");
    }

    // Everything that could be filled from a form that fills this.
    private static IEnumerable<Type> Reached(Type type, HashSet<Type> seen)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add(plain)) return [];
        var parts = plain.IsArray ? [plain.GetElementType()!] : plain.GetGenericArguments();
        var own = plain.Namespace?.StartsWith("Kept", StringComparison.Ordinal) == true && !plain.IsEnum ? plain.GetProperties().Where(p => p.CanWrite).Select(p => p.PropertyType) : [];
        return [plain, .. parts.Concat(own).SelectMany(t => Reached(t, seen))];
    }

    private async Task<List<CompiledPageActionDescriptor>> Pages()
    {
        var loader = _site.Services.GetRequiredService<PageLoader>();
        var pages = new List<CompiledPageActionDescriptor>();
        foreach (var endpoint in _site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && WorkDoor.TakesForms("/" + endpoint.RoutePattern.RawText!.TrimStart('/').Split('{')[0].TrimEnd('/')))
                pages.Add(await loader.LoadAsync(page, endpoint.Metadata));
        return [.. pages.DistinctBy(p => p.AttributeRouteInfo!.Template)];
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
