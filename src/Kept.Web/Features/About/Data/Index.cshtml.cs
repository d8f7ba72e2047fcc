using Kept.Web.House;

namespace Kept.Web.Features.About.Data;

/// <summary>The record as data: every address, every field, and the rules that hold for all.</summary>
public sealed class IndexModel(EndpointDataSource endpoints) : PublicPage
{
    public IReadOnlyList<TwinAddress> Addresses { get; private set; } = [];

    public IReadOnlyList<ShapeDescription> Shapes { get; private set; } = [];

    public FieldMeanings Meanings { get; } = FieldMeanings.Shipped;

    public void OnGet()
    {
        Addresses = TwinAddress.All(endpoints, Record);
        Shapes = ShapeDescription.Of(endpoints.Endpoints.SelectMany(e => e.Metadata.GetOrderedMetadata<ProducesShape>()).Select(s => s.Shape).Distinct());
    }

    /// <summary>An address with its extension before any query, at the dates of this page.</summary>
    public string Link(string address, string extension)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return Reading.Link(query < 0 ? address + extension : address[..query] + extension + address[query..]);
    }
}
