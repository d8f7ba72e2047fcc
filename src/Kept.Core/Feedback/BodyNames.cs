using Kept.Core.Organisations;
using Kept.Core.Records;

namespace Kept.Core.Feedback;

/// <summary>Finds a body by what people call it: its name, acronym, other names or id.</summary>
public sealed class BodyNames
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    private BodyNames() { }

    public static BodyNames Of(View record)
    {
        var names = new BodyNames();
        foreach (var body in record.All<Organisation>())
        {
            names._names.Add(body.Body.Name);
            foreach (var name in body.Body.OtherNames.Append(body.Body.Acronym).Append(body.Id).Prepend(body.Body.Name))
                if (!string.IsNullOrWhiteSpace(name)) names._ids.TryAdd(name.Trim(), body.Id);
        }
        return names;
    }

    public string? Find(string name) => _ids.GetValueOrDefault(name.Trim());

    /// <summary>The name that begins like the one typed, or holds it; null where none does.</summary>
    public string? Nearest(string typed) =>
        _names.Find(n => n.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) ?? (typed.Length < 4 ? null : _names.Find(n => n.Contains(typed, StringComparison.OrdinalIgnoreCase)));
}
