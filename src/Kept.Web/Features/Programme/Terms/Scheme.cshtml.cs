using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Terms;

/// <summary>One set of words: its terms, in their order, and what a source says of them.</summary>
public sealed class SchemeModel : PublicPage
{
    public SchemeShape Shape { get; private set; } = null!;

    public IActionResult OnGet(string id) =>
        Show<Core.Programme.Scheme>(id, ProgrammeLinks.Scheme, version => Shape = SchemeShape.Of(Reading, version));
}
