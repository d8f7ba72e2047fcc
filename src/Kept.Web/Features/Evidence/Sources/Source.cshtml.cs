using Kept.Core.Evidence;
using Kept.Web.House;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Evidence.Sources;

/// <summary>One source: what it is, how its lines are counted, what rests on it.</summary>
public sealed class SourceModel : PublicPage
{
    public SourceRecordShape Shape { get; private set; } = null!;

    public IActionResult OnGet(string id) =>
        Show<Source>(id, EvidenceLinks.Source, version => Shape = SourceRecordShape.Of(Reading, version));
}
