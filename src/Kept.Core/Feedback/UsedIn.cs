using Kept.Core.Accounts;
using Kept.Core.Foundation;

namespace Kept.Core.Feedback;

/// <summary>Says in what something that can be read was used what somebody sent.</summary>
public static class UsedIn
{
    private const int Longest = 1_000;

    /// <summary>What is wrong with an address; null when it can be shown to those who sent it.</summary>
    /// <param name="isPage">Whether this site has a page there.</param>
    public static Refusal? Objection(string? address, Func<string, bool> isPage)
    {
        if (string.IsNullOrWhiteSpace(address)) return new("Write the address of what it was used in.");
        var told = address.Trim();
        if (told.Length > Longest) return new("This address is too long.");
        if (told.StartsWith('/')) return isPage(told) ? null : new("This site has no public page at this address.", "Nothing was recorded.", "Copy the part after the name of the site, such as /commitments.");
        return Uri.TryCreate(told, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 ? null
            : new("Write a page of this site, beginning with /, or a whole address that begins with https://.");
    }

    /// <summary>Adds it to what was decided; those who sent it see it.</summary>
    public static Refusal? Note(Contribution contribution, IEnumerable<Contribution> merged, string? address, Func<string, bool> isPage, Person by, DateTimeOffset now)
    {
        if (!by.May(Power.ReadContributions)) return new("Only those who read what was sent say in what it was used.");
        if (contribution.Decided is null || contribution.State == ContributionState.Accepted) return new("Decide on it first.");
        if (Objection(address, isPage) is { } refusal) return refusal;
        foreach (var one in merged.Prepend(contribution)) one.Note(StepKind.Used, by.Id, now, link: address!.Trim());
        return null;
    }
}
