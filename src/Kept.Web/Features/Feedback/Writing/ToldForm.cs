using Kept.Core.Feedback;
using Kept.Core.Programme;

namespace Kept.Web.Features.Feedback.Writing;

/// <summary>The fields of a form in which a body, or an editor in its place, writes.</summary>
public sealed class ToldForm
{
    public string? Words { get; set; }
    public string? Status { get; set; }
    public string? NewDate { get; set; }
    public int WhichDate { get; set; } = 1;
    public string? WhyMoved { get; set; }
    public string? Since { get; set; }
    public List<string> Reports { get; set; } = [];
    public string? Promise { get; set; }
    public List<string> Actions { get; set; } = [];
    public string? Right { get; set; }
    public List<EvidenceLine> Evidence { get; set; } = [];

    /// <summary>What it shows, and where it can be read.</summary>
    public sealed class EvidenceLine
    {
        public string? Text { get; set; }
        public string? Address { get; set; }
    }

    public static ToldForm Of(Told told) => new()
    {
        Words = told.Words,
        Status = told.Status,
        NewDate = told.NewDate,
        WhichDate = told.WhichDate,
        WhyMoved = told.WhyMoved,
        Since = told.Since,
        Reports = [.. told.Reports],
        Promise = told.Promise,
        Actions = [.. told.Actions],
        Right = told.Right,
        Evidence = [.. told.Evidence.Select(e => new EvidenceLine { Text = e.Text, Address = e.Address })],
    };

    /// <summary>What was typed, without the lines that were left empty.</summary>
    public Told Told() => new()
    {
        Words = Said(Words),
        Status = Said(Status),
        NewDate = Said(NewDate),
        WhichDate = WhichDate,
        WhyMoved = Said(WhyMoved),
        Since = Said(Since),
        Reports = [.. Reports.Where(r => !string.IsNullOrWhiteSpace(r))],
        Promise = Said(Promise),
        Actions = [.. Actions.Where(a => !string.IsNullOrWhiteSpace(a))],
        Right = Said(Right),
        Evidence = [.. Evidence.Where(e => Said(e.Text) is not null || Said(e.Address) is not null).Select(e => new Proof(Said(e.Text) ?? "", Said(e.Address)))],
    };

    // Browsers send line ends in pairs.
    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
