using Kept.Design.Html;
using Microsoft.AspNetCore.Html;

namespace Kept.Design.Forms;

/// <summary>What has to be mended, on top of the page, each line leading to its field. It takes the focus.</summary>
public static class ErrorSummary
{
    /// <summary>Nothing where nothing is wrong. A question without a name is about the form as a whole.</summary>
    public static IHtmlContent? Draw(IReadOnlyList<Question> wrong) => wrong.Count == 0 ? null :
        new Element("div").Class("ds_error-summary").With("id", "error-summary").With("role", "alert").With("aria-labelledby", "error-summary-title").With("tabindex", "-1")
            .Add(new Element("h2").Class("ds_error-summary__title").With("id", "error-summary-title").Text(wrong.Count == 1 ? "One thing to mend" : "Some things to mend"))
            .Add(new Element("ul").Class("ds_error-summary__list").Add(wrong.Select(question => new Element("li").Add(
                question.Name.Length == 0 ? new Plain(question.Error!) : new Element("a").With("href", "#" + question.Id).Text(question.Error!)))));
}
