using Kept.Web.House;

namespace Kept.Web.Features.About.Seal;

/// <summary>The seal of the whole record, and how to check it.</summary>
public sealed class VerifyModel : PublicPage
{
    public SealShape Head { get; private set; } = null!;

    public WorkedEntry? Worked { get; private set; }

    public void OnGet()
    {
        Head = SealShape.Of(Record.Snapshot);
        Worked = WorkedEntry.Of(Record.Snapshot);
    }
}
