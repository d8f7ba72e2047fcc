using Kept.Core.Foundation;

namespace Kept.Core.Notices;

/// <summary>Reads what somebody who wants to follow has typed.</summary>
public static class AskToFollow
{
    /// <summary>The address and how often; or what is wrong, field by field.</summary>
    public static (string? Email, Often Often, IReadOnlyList<(string Field, string Why)> Refusals) Of(string? email, string? often)
    {
        var refusals = new List<(string, string)>();
        var address = EmailAddress.Read(email);
        if (address is null || !address[address.LastIndexOf('@')..].Contains('.', StringComparison.Ordinal))
            refusals.Add(("Email", "Write a whole e-mail address, like name@example.org."));
        if (Read(often) is not { } chosen)
        {
            refusals.Add(("Often", "Choose once a week or once a day."));
            return (null, default, refusals);
        }
        return (refusals.Count == 0 ? address : null, chosen, refusals);
    }

    /// <summary>"weekly" or "daily"; null for anything else.</summary>
    public static Often? Read(string? often) => often switch { "weekly" => Often.Weekly, "daily" => Often.Daily, _ => null };

    public static string NameOf(Often often) => often == Often.Daily ? "daily" : "weekly";
}
