using Kept.Design.Forms;

namespace Kept.Design.Tests.Forms;

public sealed class FieldTests
{
    private static readonly Answer[] Answers = [new("a", "First"), new("b", "Second", "The one after")];

    [Fact]
    public void A_line_keeps_what_was_typed_and_ties_its_hint_and_error_to_the_field()
    {
        var drawn = Drawn.Xml(Field.Line(new("Email", "E-mail") { Hint = "At work.", Error = "Write an address." }, "<a@b>", "email"));
        var input = drawn.Named("input").Single();
        Assert.Equal("<a@b>", input.Said("value"));
        Assert.Equal("Email-hint Email-error", input.Said("aria-describedby"));
        Assert.All(input.Said("aria-describedby")!.Split(' '), id => Assert.Single(drawn.DescendantsAndSelf(), e => e.Said("id") == id));
        Assert.Equal(drawn.Named("label").Single().Said("for"), input.Said("id"));
        Assert.Equal("true", input.Said("aria-invalid"));
    }

    [Fact]
    public void A_password_never_comes_back() =>
        Assert.DoesNotContain("secret", Drawn.Markup(Field.Line(new("Password", "Password"), "secret", "password")), StringComparison.Ordinal);

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("\nwith an empty first line")]
    [InlineData("</textarea><script>")]
    public void A_text_area_holds_the_text_as_it_was(string text)
    {
        var drawn = Drawn.Xml(Field.Area(new("Words", "Words"), text));
        Assert.Equal("\n" + text, drawn.Named("textarea").Single().Value);
    }

    [Fact]
    public void Choices_are_a_group_with_a_legend_and_the_chosen_ones_are_checked()
    {
        var one = Drawn.Xml(Field.One(new("Kind", "Which?"), Answers, "b"));
        Assert.Equal("Which?", one.Named("legend").Single().Value);
        Assert.Equal(["b"], one.Named("input").Where(i => i.Said("checked") is not null).Select(i => i.Said("value")));
        var any = Drawn.Xml(Field.Any(new("Kinds", "Which?"), Answers, ["a", "b"]));
        Assert.Equal(2, any.Named("input").Count(i => i.Said("checked") is not null));
        Assert.Equal("Kinds", any.Named("input").First().Said("id"));
    }

    [Fact]
    public void What_may_be_left_empty_says_so() =>
        Assert.Contains("Note (optional)", Drawn.Markup(Field.Area(new("Note", "Note") { Optional = true }, null)), StringComparison.Ordinal);

    [Fact]
    public void A_list_of_errors_leads_to_the_fields_and_is_nothing_without_errors()
    {
        var errors = new Errors();
        Assert.Null(ErrorSummary.Draw(errors.All));
        Assert.False(errors.Requires(" ", "Input.Name", "Write your name."));
        errors.Add("Input.Name", "Said once only.");
        errors.Add("", "It could not be saved.");
        var drawn = Drawn.Xml(ErrorSummary.Draw(errors.All)!);
        Assert.Equal(["#Input-Name"], drawn.Named("a").Select(a => a.Said("href")));
        Assert.Equal("Write your name.", errors.Of("Input.Name"));
        Assert.Equal(2, drawn.Named("li").Count());
    }

    [Fact]
    public void A_list_that_opens_has_the_chosen_one_selected() =>
        Assert.Equal("b", Drawn.Xml(Field.Pick(new("Kind", "Which?"), Answers, "b")).Named("option").Single(o => o.Said("selected") is not null).Said("value"));
}
