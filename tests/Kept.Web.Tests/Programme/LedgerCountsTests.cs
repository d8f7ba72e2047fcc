using Kept.Testing;

namespace Kept.Web.Tests.Programme;

/// <summary>The counts of the ledger: real commitments, and printed entries that fit by what they themselves say.</summary>
public sealed class LedgerCountsTests
{
    [Theory]
    [InlineData("", 70, 77)]
    [InlineData("?due=not-stated", 40, 44)]
    [InlineData("?body=not-stated", 11, 12)]
    [InlineData("?plan=plan-21-24", 70, 77)]
    [InlineData("?action=ongoing-relationships&body=scottish-social-services-council", 2, 2)]
    [InlineData("?status=delivered&status=aspiration", 8, 10)]
    [InlineData("?amount=stated", 3, 3)]
    [InlineData("?plan=plan-24-30", 0, 0)]
    public async Task A_filter_counts_commitments_and_printed_entries(string query, int total, int printed)
    {
        var site = await ShippedSite.Shared;
        var list = await site.Json("/commitments.json" + query);
        Assert.Equal((total, printed), (list.GetProperty("total").GetInt32(), list.GetProperty("printedTotal").GetInt32()));
        Assert.Equal(total, list.GetProperty("items").GetArrayLength());
        Assert.Equal(total, (await site.Csv("/commitments.csv" + query)).Length - 1);
    }
}
