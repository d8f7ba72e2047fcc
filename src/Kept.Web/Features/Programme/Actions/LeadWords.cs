using Kept.Core.Programme;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>Who leads, in a sentence, and each part in a few words.</summary>
public static class LeadWords
{
    public static string Sum(IReadOnlyList<LeadShape> leads)
    {
        var leading = leads.Count(l => l.Role == "lead");
        var others = leads.Count - leading;
        var first = leading switch
        {
            0 => "Nobody is named as leading.",
            1 => "One body is named as leading.",
            _ => $"{leading} bodies are named as leading.",
        };
        return others switch
        {
            0 => first,
            1 => first + " One has another part.",
            _ => $"{first} {others} have another part.",
        };
    }

    /// <summary>"Critical role: drive practice and culture change".</summary>
    public static string Part(LeadShape lead)
    {
        var said = string.Join("; ", new[] { lead.Wording, lead.Scope }.OfType<string>());
        return said.Length == 0 ? Roles.Say(lead.Role) : $"{Roles.Say(lead.Role)}: {said}";
    }
}
