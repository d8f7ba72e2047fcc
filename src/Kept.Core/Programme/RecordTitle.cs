using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Programme;

/// <summary>What a line calls a record that something else is about.</summary>
public static class RecordTitle
{
    /// <summary>Its title or text as in force; its key where it has none.</summary>
    public static string Of(View view, RecordKey key) => Of(view.InForce(key)?.Body, key);

    internal static string Of(RecordBody? body, RecordKey key) => body switch
    {
        Commitment c => c.Text,
        PlanAction a => a.Title,
        Milestone m => m.Title,
        Organisation o => o.Name,
        _ => key.ToString(),
    };
}
