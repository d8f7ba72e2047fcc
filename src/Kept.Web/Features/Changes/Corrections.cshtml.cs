using Kept.Web.House;

namespace Kept.Web.Features.Changes;

/// <summary>What was wrong in this record, or was withdrawn from it.</summary>
public sealed class CorrectionsModel : PublicPage
{
    public IReadOnlyList<CorrectionItem> Items { get; private set; } = [];

    public void OnGet() => Items = CorrectionItem.All(Reading);
}
