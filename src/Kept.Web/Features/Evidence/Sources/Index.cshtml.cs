using Kept.Web.House;

namespace Kept.Web.Features.Evidence.Sources;

/// <summary>The documents that everything here was read from.</summary>
public sealed class IndexModel : PublicPage
{
    public ListShape<SourceRecordShape> List { get; private set; } = null!;

    public void OnGet() => List = SourceList.Of(Reading);
}
