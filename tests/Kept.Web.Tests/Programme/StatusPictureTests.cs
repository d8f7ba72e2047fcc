using System.Xml.Linq;
using Kept.Testing;

namespace Kept.Web.Tests.Programme;

public sealed class StatusPictureTests
{
    private static async Task<XElement> Picture(string query = "")
    {
        using var answer = await (await ShippedSite.Shared).Get("/status-picture.svg" + query);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }

    [Fact]
    public async Task The_file_says_in_words_what_it_shows_and_on_which_date()
    {
        var words = (await Picture()).Value;
        Assert.Contains("8 underway, 16 not yet sufficient, 1 little or no work, of 25 actions", words, StringComparison.Ordinal);
        Assert.Contains("Last published assessment, about June 2021. Nothing published since.", words, StringComparison.Ordinal);
        Assert.Contains("Governance Structures: Little or no work", words, StringComparison.Ordinal);
        Assert.Contains("21 November 2026", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_april_2021_every_patch_is_empty()
    {
        var words = (await Picture("?at=2021-04-01")).Value;
        Assert.Contains("All 25 not assessed", words, StringComparison.Ordinal);
        Assert.DoesNotContain("sufficient", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_any_plan_the_file_says_that_there_is_nothing()
    {
        Assert.Contains("On 1 January 2019 this record held no action of a plan.", (await Picture("?at=2019-01-01")).Value, StringComparison.Ordinal);
    }
}
