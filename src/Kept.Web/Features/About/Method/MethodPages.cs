namespace Kept.Web.Features.About.Method;

/// <summary>A page about one rule.</summary>
public sealed record MethodPage(string Id, string Title, string Question)
{
    public string Url => AboutLinks.Rule(Id);
}

/// <summary>The rules by which things are counted, read and shown, in the order in which the contents list them.</summary>
public static class MethodPages
{
    public static IReadOnlyList<MethodPage> All { get; } =
    [
        new("assessment", "What an assessment means", "What do the three kinds of cloth mean, and who said so?"),
        new("commitments", "How commitments are counted", "Why do some counts differ? Who counts as an owner? What is a status?"),
        new("dates", "How dates are read", "When is “by spring 2023”? When has a date passed?"),
        new("countdown", "The countdown", "To which day does it run, and why?"),
        new("links", "How actions hang together", "Which links does a document state, and which are our reading?"),
        new("time", "The record at another date", "What did it say then, and what was known then?"),
        new("live", "How a page keeps itself up to date", "Why did something change while I was reading?"),
        new("search", "How search works", "Which words does it find, and what comes first?"),
        new("small-numbers", "Small numbers", "Why are some figures not drawn?"),
    ];

    public static MethodPage Get(string id) => All.Single(p => p.Id == id);
}
