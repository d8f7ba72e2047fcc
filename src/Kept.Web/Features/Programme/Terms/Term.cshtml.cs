using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Programme.Terms;

/// <summary>One term, with what stands over and under it.</summary>
public sealed class TermModel : PublicPage
{
    public TermShape Shape { get; private set; } = null!;

    public IActionResult OnGet(string scheme, string term) =>
        Show<Core.Programme.Term>($"{scheme}.{term}", ProgrammeLinks.Term, version => Shape = TermShape.Of(Reading, version));
}
