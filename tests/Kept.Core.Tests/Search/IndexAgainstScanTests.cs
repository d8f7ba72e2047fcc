using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Search;

namespace Kept.Core.Tests.Search;

/// <summary>The index finds, ranks and counts what reading every record does: on the shipped programme, at several dates, through changes.</summary>
public sealed class IndexAgainstScanTests
{
    [Fact]
    public async Task They_agree_at_every_date_before_and_after_changes()
    {
        using var site = await Searched.Shipped();
        var loaded = site.Now;
        var random = new Random(7);
        Agree(site, [site.At(), site.At("2021-04-01"), site.At("2021-07-01"), site.At("2019-01-01")], random, 15);

        var sssc = site.At().Get<Organisation>("scottish-social-services-council");
        var commitment = site.At().Get<Commitment>("sssc-codes-review");
        await site.Do(Write.Set(sssc.Id, new(2026, 1, 1), sssc.Body with { Name = "The Zeppelin Council", Acronym = "TZC" }, null));
        await site.Do(Write.Set(commitment.Id, new(2026, 6, 1), commitment.Body with { Text = "A zeppelin in every village." }, null));
        var action = site.At().Get<PlanAction>("youth-justice");
        await site.Do(Write.Set(action.Id, new(2025, 1, 1), action.Body with { Area = "planning" }, null), Write.Delete(RecordKey.Of<PlanAction>("support"), new(2026, 2, 1), null));
        await site.Do(Write.Redact(RecordKey.Of<Organisation>("aberlour"), site.Register.Snapshot.Newest(RecordKey.Of<Organisation>("aberlour"))!.Entry.Number, null));
        Agree(site, [site.At(), site.At("2025-06-01"), site.At("2021-07-01"), site.At(known: loaded)], random, 15);
    }

    private static void Agree(Searched site, IEnumerable<View> views, Random random, int questions)
    {
        foreach (var view in views)
        {
            var words = RecordKinds.Names.SelectMany(view.Keys).Select(k => Description.In(view, k)).OfType<Description>()
                .SelectMany(d => d.Wordings).SelectMany(w => Folding.All(w.Text)).Distinct().Order(StringComparer.Ordinal).ToList();
            for (var i = 0; i < questions && words.Count > 0; i++)
            {
                var asked = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => words[random.Next(words.Count)]));
                if (i % 5 == 0) asked = asked[..Math.Max(2, asked.Length - 2)];
                Facet[] chosen = i % 3 == 0 ? [new("kind", "commitment"), new("kind", "action")] : [];
                Same(asked, site.Find(asked, view, chosen), PlainScan.Find(view, ReadQuery.Of(asked, view), chosen));
            }
            foreach (var asked in new[] { "children", "zeppelin", "SSSC", "\"care experienced children\"", "the of a", "aberlour", "support" })
                Same(asked, site.Find(asked, view), PlainScan.Find(view, ReadQuery.Of(asked, view), []));
        }
    }

    private static void Same(string asked, Found index, Found scan)
    {
        Assert.True(scan.Total == index.Total && scan.HasAll == index.HasAll, $"\"{asked}\": scan {scan.Total} {scan.HasAll}, index {index.Total} {index.HasAll}");
        Assert.Equal(scan.Items.Select(i => i.Key.ToString()).Order(StringComparer.Ordinal), index.Items.Select(i => i.Key.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(scan.Facets.OrderBy(f => f.Facet.ToString(), StringComparer.Ordinal), index.Facets.OrderBy(f => f.Facet.ToString(), StringComparer.Ordinal));
        Assert.Equal(scan.Roots.Order(StringComparer.Ordinal), index.Roots.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task They_score_alike()
    {
        using var site = await Searched.Shipped();
        var view = site.At();
        foreach (var asked in new[] { "brother", "children hearings", "kinship care support", "money" })
        {
            var scan = PlainScan.Find(view, ReadQuery.Of(asked, view), []).Items.ToDictionary(i => i.Key, i => i.Score);
            foreach (var item in site.Find(asked).Items) Assert.Equal(scan[item.Key], item.Score, 1e-3);
        }
    }

    [Fact]
    public async Task An_index_extended_and_one_made_anew_answer_alike()
    {
        using var site = await Searched.Shipped();
        await site.Do(Write.Set("new", new(2021, 1, 1), new Organisation { Name = "Children's Zeppelin", Type = "charity" }, 0));
        var (view, anew) = (site.At(), SearchIndex.Of(site.Register.Snapshot));
        foreach (var asked in new[] { "zeppelin", "children", "kinship", "planning support" })
            Assert.Equal(anew.Find(view, ReadQuery.Of(asked, view), []).Items, site.Find(asked, view).Items);
    }
}
