using Kept.Core.Workroom;
using Kept.Web.House;

namespace Kept.Web.Features.Notices.Following;

/// <summary>The same for everybody, whatever came of it.</summary>
public sealed class AskedModel(KeptSettings settings, TimeProvider clock, WorkroomDatabase? workroom = null) : FollowPage(settings, clock, workroom)
{
    public void OnGet() { }
}
