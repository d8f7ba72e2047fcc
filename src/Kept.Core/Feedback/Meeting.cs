using Kept.Core.Foundation;

namespace Kept.Core.Feedback;

/// <summary>A conversation the programme had: with whom, of which actions, and what was said. Staff alone read it. People are noted by their role, not their name.</summary>
public sealed class Meeting
{
    public string Id { get; init; } = RandomId.Next();

    public required string FormKey { get; init; }

    public required DateOnly Day { get; set; }

    /// <summary>The organisations that were there.</summary>
    public required List<string> Bodies { get; set; }

    /// <summary>Entries of the operator's own list who were there: see <see cref="Contact"/>.</summary>
    public required List<string> Contacts { get; set; }

    /// <summary>The actions that were spoken of.</summary>
    public required List<string> Actions { get; set; }

    /// <summary>Who came, by role: "two service managers, a social worker".</summary>
    public string? Attended { get; set; }

    public string? HappensNow { get; set; }

    public string? IsPlanned { get; set; }

    public string? GetsInTheWay { get; set; }

    public List<NextStepTaken> NextSteps { get; set; } = [];

    public required string RecordedBy { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>Counts its changes: whoever saves over an older one is shown both texts.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>What somebody took on at a meeting.</summary>
/// <param name="Owner">A body, or a role among the staff, in words.</param>
public sealed record NextStepTaken(string What, string? Owner, string? ByWhen);

/// <summary>Somebody the operator means to keep up with, whether the record holds them as a body or not.</summary>
public sealed class Contact
{
    public string Id { get; init; } = RandomId.Next();

    public required string Name { get; set; }

    /// <summary>The organisation of the record that it is, if any.</summary>
    public string? Body { get; set; }

    public required DateTimeOffset Added { get; init; }

    public required string AddedBy { get; init; }

    /// <summary>Since when it is no longer on the list.</summary>
    public DateTimeOffset? Ended { get; set; }
}
