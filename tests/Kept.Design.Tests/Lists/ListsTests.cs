using Kept.Design.Lists;
using Kept.Design.Marks;

namespace Kept.Design.Tests.Lists;

public sealed class ListsTests
{
    [Fact]
    public void One_page_says_only_how_many_there_are()
    {
        var drawn = Drawn.Xml(Pagination.Draw(new PageWindow(70, 250, 1), "commitments", page => $"?page={page}"));

        Assert.Equal("1 to 70 of 70 commitments", drawn.Value);
        Assert.Empty(drawn.Named("a"));
    }

    [Fact]
    public void None_is_said_in_words() =>
        Assert.Equal("No commitments", Drawn.Xml(Pagination.Draw(new PageWindow(0, 250, 1), "commitments", _ => "")).Value);

    [Fact]
    public void Every_page_keeps_the_address_it_is_given()
    {
        var drawn = Drawn.Xml(Pagination.Draw(new PageWindow(9250, 250, 2), "lines", page => $"/x?a=1&b=<2>&page={page}"));

        Assert.Equal("nav", drawn.Name.LocalName);
        Assert.Equal("Pages of lines", drawn.Said("aria-label"));
        Assert.All(drawn.Named("a"), link => Assert.StartsWith("/x?a=1&b=<2>&page=", link.Said("href"), StringComparison.Ordinal));
        Assert.Equal(["Previous", "1", "2", "3", "37", "Next"], drawn.Named("a").Select(link => link.Value));
        Assert.Equal("2", drawn.Named("a").Single(link => link.Said("aria-current") == "page").Value);
        Assert.StartsWith("251 to 500 of 9,250 lines", drawn.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_page_has_nothing_before_it_and_the_last_nothing_after()
    {
        var first = Drawn.Xml(Pagination.Draw(new PageWindow(500, 250, 1), "lines", page => $"?page={page}"));
        var last = Drawn.Xml(Pagination.Draw(new PageWindow(500, 250, 2), "lines", page => $"?page={page}"));

        Assert.DoesNotContain(first.Named("a"), link => link.Said("rel") == "prev");
        Assert.DoesNotContain(last.Named("a"), link => link.Said("rel") == "next");
    }

    [Fact]
    public void Breadcrumbs_lead_up_in_order()
    {
        var drawn = Drawn.Xml(Breadcrumbs.Draw([new("Plans", "/plans"), new("Comhairle <x>", "/x", "gd")]));

        Assert.Equal([("Plans", "/plans"), ("Comhairle <x>", "/x")], drawn.Named("a").Select(link => (link.Value, link.Said("href")!)));
        Assert.Equal("gd", drawn.Named("a").Last().Said("lang"));
    }

    [Fact]
    public void A_filter_box_is_labelled_counted_and_ticked()
    {
        var drawn = Drawn.Xml(FilterGroup.Draw("status", "Status & <more>",
        [
            new("delivered", "Delivered", 1204, Chosen: true, Stage.Mark(StageMark.FilledTick)),
            new("not-stated", "Not stated", Unknown: true),
        ]));

        Assert.Equal("Status & <more>", drawn.Named("legend").Single().Value);
        var boxes = drawn.Named("input").ToList();
        Assert.Equal([("status", "delivered", ""), ("status", "not-stated", null)], boxes.Select(box => (box.Said("name")!, box.Said("value")!, box.Said("checked"))));
        Assert.Equal(boxes.Select(box => box.Said("id")), drawn.Named("label").Select(label => label.Said("for")));
        Assert.Equal("1,204", drawn.Named("b").Single().Value);
        Assert.Equal(["k-opt", "k-opt unk"], drawn.Named("div").Select(box => box.Said("class")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Boxes_beyond_the_first_few_wait_unless_one_is_ticked(bool chosen)
    {
        var drawn = Drawn.Xml(FilterGroup.Draw("body", "Body", [new("a", "A"), new("b", "B"), new("c", "C", Chosen: chosen)], shown: 1));

        var more = drawn.Named("details").Single();
        Assert.Equal("2 more", more.Named("summary").Single().Value);
        Assert.Equal(2, more.Named("input").Count());
        Assert.Equal(chosen, more.Said("open") is not null);
        Assert.Equal(3, drawn.Named("input").Select(box => box.Said("id")).Distinct(StringComparer.Ordinal).Count());
    }
}
