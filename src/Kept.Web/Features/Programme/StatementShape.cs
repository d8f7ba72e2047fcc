using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme;

/// <summary>Something a source states about a record, in our summary, under a topic.</summary>
public sealed record StatementShape(string Id, string Topic, string Text, DueShape? Due, AmountShape? Amount, SourceShape Source)
{
    /// <summary>All about one record: topics in the order in which they first come, each in its own order.</summary>
    public static IReadOnlyList<StatementShape> About(View view, RecordKey key) =>
        [.. view.Naming<Statement>(key).Where(s => s.Body.About == key.ToString()).GroupBy(s => s.Body.Topic, StringComparer.Ordinal)
            .SelectMany(topic => topic.OrderBy(s => s.Body.Order)).Select(s => Of(view, s))];

    private static StatementShape Of(View view, Version<Statement> s) => new(
        s.Id, s.Body.Topic, s.Body.Text, s.Body.Due is { } due ? DueShape.Of(due) : null, s.Body.Amount is { } amount ? AmountShape.Of(amount) : null,
        SourceShape.Of(view, s.Body.Source));
}
