using Kept.Core.Notices;
using Kept.Testing;

namespace Kept.Core.Tests.Notices;

/// <summary>Other words for e-mail: what a text cannot do without stays in it.</summary>
public sealed class EditTextTests
{
    private static readonly DateTimeOffset Now = TestClock.At(2026, 11, 21).GetUtcNow();

    [Fact]
    public void The_shipped_texts_keep_their_own_rules()
    {
        foreach (var text in MailTexts.All)
            Assert.Empty(EditText.Of(text, text.Shipped.Subject, text.Shipped.Body, "somebody", Now).Refusals);
        Assert.Equal(MailTexts.All.Count, MailTexts.All.Select(t => t.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("Hello", "No link here. {stop}", "Body", "The text needs {link}, the link that confirms it.")]
    [InlineData("Hello {nme}", "{link} {stop}", "Subject", "There is no blank {nme}. You can use {programme}, {thing}, {often}, {days}, {link}, {stop}.")]
    [InlineData("Press {link}", "{link} {stop}", "Subject", "{link} is a link that only the reader of the mail may see. It cannot stand in a subject.")]
    [InlineData(" ", "{link} {stop}", "Subject", "Write a subject.")]
    [InlineData("One\nTwo", "{link} {stop}", "Subject", "A subject is one line.")]
    [InlineData("Hello", "", "Body", "Write a text.")]
    public void What_cannot_be_sent_is_refused_in_words(string subject, string body, string field, string why) =>
        Assert.Equal((field, why), Assert.Single(EditText.Of(MailTexts.Find(MailTexts.ConfirmFollow)!, subject, body, "somebody", Now).Refusals));

    [Fact]
    public void What_is_filled_in_is_not_filled_in_again() =>
        Assert.Equal(new Wording("{link}", "A {link} B {other}"),
            new Wording("{name}", "A {name} B {other}").Filled(new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "{link}", ["link"] = "secret" }));
}
