using Kept.Design.Lists;
using Kept.Design.Marks;
using Kept.Design.Tags;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kept.Design.Tests.Tags;

public sealed class TagsTests
{
    [Fact]
    public void An_unknown_is_a_chip_with_words() =>
        Assert.Equal("<span class=\"unknown\">Asked, no answer</span>", Written(new UnknownTag { Value = "asked-no-answer" }));

    [Fact]
    public void An_unknown_may_have_words_of_its_own() =>
        Assert.Equal("<span class=\"unknown\">No &lt;date&gt; stated</span>", Written(new UnknownTag { Words = "No <date> stated" }));

    [Fact]
    public void A_kind_of_unknown_that_is_not_one_is_refused() =>
        Assert.Throws<ArgumentException>(() => Written(new UnknownTag { Value = "nil" }));

    [Fact]
    public void Words_become_a_quotation_in_the_serif() =>
        Assert.Equal("<q class=\"words\">winter 2021</q>", Written(new WordsTag(), "winter 2021"));

    [Fact]
    public void A_due_date_is_the_published_words_over_our_reading() =>
        Assert.Equal(
            "<q class=\"words due\">winter 2021</q><span class=\"read\">by 28 February 2022</span>",
            Written(new DueTag { Words = "winter 2021", Reading = "by 28 February 2022" }));

    [Fact]
    public void Without_a_date_the_chip_says_so() =>
        Assert.Equal("<span class=\"unknown\">No date stated</span>", Written(new DueTag()));

    [Fact]
    public void A_weave_and_a_stage_are_drawn_with_or_without_words()
    {
        Assert.Equal(Drawn.Markup(Weave.Inline(Density.OpenWeave)), Written(new WeaveTag { Density = Density.OpenWeave }));
        Assert.Equal(Drawn.Markup(Weave.Status(Density.OpenWeave, "Open")), Written(new WeaveTag { Density = Density.OpenWeave, Words = "Open" }));
        Assert.Equal(Drawn.Markup(Stage.Mark(StageMark.Half)), Written(new StageTag { Mark = StageMark.Half }));
        Assert.Equal(Drawn.Markup(Stage.Labelled(StageMark.Half, "Half")), Written(new StageTag { Mark = StageMark.Half, Words = "Half" }));
    }

    [Fact]
    public void The_list_tags_draw_what_their_functions_draw()
    {
        Crumb[] crumbs = [new("Plans", "/plans")];
        var window = new PageWindow(500, 250, 2);
        Func<int, string> address = page => $"?page={page}";
        FilterOption[] options = [new("a", "A")];

        Assert.Equal(Drawn.Markup(Breadcrumbs.Draw(crumbs)), Written(new BreadcrumbsTag { Crumbs = crumbs }));
        Assert.Equal(
            Drawn.Markup(Pagination.Draw(window, "lines", address)),
            Written(new PaginationTag { Window = window, Things = "lines", Address = address }));
        Assert.Equal(Drawn.Markup(FilterGroup.Draw("f", "F", options)), Written(new FilterTag { Name = "f", Legend = "F", Options = options }));
    }

    private static string Written(TagHelper tag, string inside = "")
    {
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        output.Content.SetContent(inside);
        tag.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        return Drawn.Markup(output);
    }
}
