using System.Net.Mail;

namespace Kept.Core.Notices;

/// <summary>Reads what somebody who wants to follow has typed.</summary>
public static class AskToFollow
{
    private const int LongestAddress = 254;

    /// <summary>The address and how often; or what is wrong, field by field.</summary>
    public static (string? Email, Often Often, IReadOnlyList<(string Field, string Why)> Refusals) Of(string? email, string? often)
    {
        var refusals = new List<(string, string)>();
        var typed = email?.Trim() ?? "";
        if (typed.Length > LongestAddress || !MailAddress.TryCreate(typed, out var address) || !string.Equals(address.Address, typed, StringComparison.Ordinal)
            || !address.Host.Contains('.', StringComparison.Ordinal) || typed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            refusals.Add(("Email", "Write a whole e-mail address, like name@example.org."));
        if (Read(often) is not { } chosen)
        {
            refusals.Add(("Often", "Choose once a week or once a day."));
            return (null, default, refusals);
        }
        return (refusals.Count == 0 ? typed : null, chosen, refusals);
    }

    /// <summary>"weekly" or "daily"; null for anything else.</summary>
    public static Often? Read(string? often) => often switch { "weekly" => Often.Weekly, "daily" => Often.Daily, _ => null };

    public static string NameOf(Often often) => often == Often.Daily ? "daily" : "weekly";
}
