using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Core.Search;

namespace Kept.Core.Tests.Search;

/// <summary>What the index finds as the record changes.</summary>
public sealed class IndexTests
{
    private static readonly DateOnly Spring = new(2021, 3, 31);
    private static readonly DateOnly Autumn = new(2021, 10, 1);

    private static Source Says(string title, string? publisher = null) => new() { Title = title, Publisher = publisher, Kind = "report" };

    private static Commitment Promises(string text, params string[] who) => new()
    {
        Text = text,
        Who = who,
        Status = "planned",
        StatusWording = "will",
        StatusBasis = "as worded in a report",
    };

    private static Organisation Body(string name, string? acronym = null) => new() { Name = name, Acronym = acronym, Type = "regulator" };

    [Fact]
    public async Task A_new_record_is_found_at_once_and_on_no_day_before()
    {
        using var site = Searched.Empty();
        await site.Do(Write.Set("a", Autumn, Says("Kinship care"), 0));
        Assert.Equal(["source/a"], site.Keys("kinship"));
        Assert.Empty(site.Keys("kinship", site.At("2021-09-30")));
        Assert.Empty(site.Keys("kinship", site.At(known: site.Now.AddDays(-1))));
    }

    [Fact]
    public async Task Every_date_has_its_own_words()
    {
        using var site = Searched.Empty();
        await site.Do(Write.Set("a", Spring, Says("Fostering"), 0));
        await site.Do(Write.Set("a", Autumn, Says("Kinship"), 1));
        Assert.Equal(["source/a"], site.Keys("fostering", site.At("2021-09-30")));
        Assert.Empty(site.Keys("kinship", site.At("2021-09-30")));
        Assert.Empty(site.Keys("fostering"));
        Assert.Equal(["source/a"], site.Keys("fostering", site.At(known: site.Now.AddDays(-1))));
    }

    [Fact]
    public async Task A_deleted_record_is_not_found_from_its_deletion()
    {
        using var site = Searched.Empty();
        await site.Do(Write.Set("a", Spring, Says("Kinship"), 0));
        await site.Do(Write.Delete(RecordKey.Of<Source>("a"), Autumn, 1));
        Assert.Empty(site.Keys("kinship"));
        Assert.NotEmpty(site.Keys("kinship", site.At("2021-09-30")));
    }

    [Fact]
    public async Task Erased_words_are_found_and_suggested_at_no_date()
    {
        using var site = Searched.Empty();
        var first = await site.Do(Write.Set("a", Spring, Says("Unutterable words"), 0));
        await site.Do(Write.Set("b", Spring, Says("Other words"), 0));
        Assert.Equal("unutterable", site.Suggest("unuterable")?.ToLowerInvariant());
        var before = site.At();
        await site.Do(Write.Redact(RecordKey.Of<Source>("a"), first.Entries[0].Number, 1));
        Assert.Empty(site.Keys("unutterable"));
        Assert.Empty(site.Keys("unutterable", site.At(known: site.Now.AddDays(-1))));
        Assert.Empty(site.Keys("unutterable", before));
        Assert.Null(site.Suggest("unuterable"));
        Assert.Equal(["source/b"], site.Keys("words"));
    }

    [Fact]
    public async Task Withheld_words_are_found_at_no_date_and_the_right_ones_are()
    {
        using var site = Searched.Empty();
        var wrong = await site.Do(Write.Set("body", Spring, Body("Hurtful"), 0), Write.Set("c", Spring, Promises("We will look.", "body"), 0));
        await site.Do(Write.Correct("body", Spring, Body("Rightful"), wrong.Entries[0].Number, 1) with { Withholds = true });
        foreach (var view in new[] { site.At(), site.At(known: site.Now.AddDays(-1)) }) Assert.Empty(site.Keys("hurtful", view));
        Assert.Equal(["commitment/c", "organisation/body"], site.Keys("rightful").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_record_is_found_by_the_name_its_body_has_on_the_date_and_by_no_other()
    {
        using var site = Searched.Empty();
        await site.Do(Write.Set("body", Spring, Body("Old Council", "OC"), 0), Write.Set("c", Spring, Promises("We will look.", "body"), 0));
        Assert.Equal(["commitment/c", "organisation/body"], site.Keys("OC").Order(StringComparer.Ordinal));
        await site.Do(Write.Set("body", Autumn, Body("New Council", "NC"), 1));
        Assert.Equal(["commitment/c", "organisation/body"], site.Keys("NC").Order(StringComparer.Ordinal));
        Assert.Empty(site.Keys("OC"));
        Assert.Equal(["commitment/c", "organisation/body"], site.Keys("OC", site.At("2021-09-30")).Order(StringComparer.Ordinal));
        Assert.Empty(site.Keys("NC", site.At("2021-09-30")));
    }

    [Fact]
    public async Task A_statement_is_found_only_while_what_it_is_about_is_there()
    {
        using var site = Searched.Empty();
        var about = new Statement { About = "organisation/body", Topic = "t", Text = "Kinship", Source = new("a") };
        await site.Do(Write.Set("a", Spring, Says("A report"), 0), Write.Set("body", Autumn, Body("A council"), 0), Write.Set("s", Spring, about, 0));
        Assert.Empty(site.Keys("kinship", site.At("2021-09-30")));
        Assert.Equal(["statement/s"], site.Keys("kinship"));
        Assert.Equal([("statement", 1)], site.Find("kinship").Facets.Select(f => (f.Facet.Value, f.Count)));
    }

    [Fact]
    public async Task A_reader_of_an_older_snapshot_finds_what_it_shows()
    {
        using var site = Searched.Empty();
        await site.Do(Write.Set("a", Spring, Says("Kinship"), 0));
        var before = site.At();
        await site.Do(Write.Set("b", Spring, Says("Kinship"), 0), Write.Set("a", Autumn, Says("Other"), 1));
        Assert.Equal(["source/b"], site.Keys("kinship"));
        Assert.Equal(["source/a"], site.Keys("kinship", before));
    }

    [Fact]
    public async Task Where_no_record_has_all_words_those_with_most_are_found_and_it_says_so()
    {
        using var site = Searched.Empty();
        await site.Do(Write.Set("a", Spring, Says("Kinship care"), 0), Write.Set("b", Spring, Says("Kinship"), 0), Write.Set("c", Spring, Says("Fostering"), 0));
        var found = site.Find("kinship care zeppelin");
        Assert.False(found.HasAll);
        Assert.Equal(["a"], found.Items.Select(i => i.Key.Id));
        Assert.True(site.Find("kinship care").HasAll);
        Assert.Equal(0, site.Find("zeppelin").Total);
    }

    [Fact]
    public async Task A_phrase_is_words_side_by_side()
    {
        using var site = Searched.Empty();
        await site.Do(Write.Set("a", Spring, Says("Support of a family"), 0), Write.Set("b", Spring, Says("Family supports"), 0));
        Assert.Equal(["source/b"], site.Keys("\"family support\""));
        Assert.Equal(2, site.Find("family support").Total);
        Assert.False(site.Find("\"support family\"").HasAll);
    }

    [Fact]
    public async Task A_beginning_finds_words_that_begin_with_it_when_no_record_has_the_word()
    {
        using var site = Searched.Empty();
        await site.Do(Write.Set("a", Spring, Says("Advocacy"), 0), Write.Set("b", Spring, Says("Care"), 0), Write.Set("c", Spring, Says("Careers"), 0));
        Assert.Equal(["source/a"], site.Keys("advoc"));
        Assert.Equal(["source/b"], site.Keys("care"));
        Assert.Equal(["source/b", "source/c"], site.Keys("care*").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Facets_of_one_name_are_or_and_count_as_if_chosen_instead()
    {
        using var site = Searched.Empty();
        await site.Do(
            Write.Set("x", Spring, Body("Kinship X"), 0), Write.Set("y", Spring, Body("Kinship Y"), 0),
            Write.Set("c", Spring, Promises("Kinship care.", "x"), 0), Write.Set("d", Spring, Promises("Kinship for all.", "x", "y"), 0));
        Facet kind = new("kind", "commitment"), x = new("body", "x"), y = new("body", "y");
        Assert.Equal(4, site.Find("kinship").Total);
        Assert.Equal(["commitment/c", "commitment/d"], site.Keys("kinship", null, kind).Order(StringComparer.Ordinal));
        Assert.Equal(["commitment/d"], site.Keys("kinship", null, kind, y));
        Assert.Equal(2, site.Find("kinship", null, kind, x, y).Total);
        var counts = site.Find("kinship", null, kind, y).Facets.ToDictionary(f => f.Facet, f => f.Count);
        Assert.Equal(2, counts[x]);
        Assert.Equal(1, counts[y]);
        Assert.Equal(1, counts[kind]);
        Assert.Equal(1, counts[new("kind", "organisation")]);
        Assert.Equal(0, site.Find("kinship", null, new Facet("body", "nobody")).Total);
    }

    [Fact]
    public async Task A_misspelt_word_is_offered_its_nearest_and_most_frequent()
    {
        using var site = Searched.Empty();
        await site.Do(Write.Set("a", Spring, Says("Kinship care"), 0), Write.Set("b", Spring, Says("Kinship and kindship"), 0), Write.Set("c", Spring, Says("COSLA"), 0));
        Assert.Equal("kinship", site.Suggest("kinsip")?.ToLowerInvariant());
        Assert.Equal("“COSLA”", site.Suggest("“colsa”"));
        Assert.Null(site.Suggest("kinship"));
        Assert.Null(site.Suggest("zeppelin"));
        Assert.Null(site.Suggest("kinsip", site.At("2020-01-01")));
    }
}
