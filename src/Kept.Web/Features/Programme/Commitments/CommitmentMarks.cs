using Kept.Design.Marks;
using Microsoft.AspNetCore.Html;

namespace Kept.Web.Features.Programme.Commitments;

/// <summary>Which stage mark stands for which status.</summary>
public static class CommitmentMarks
{
    public static StageMark Mark(string status) => status switch
    {
        "delivered" => StageMark.FilledTick,
        "underway" => StageMark.Half,
        "planned" => StageMark.Ring,
        "outstanding" => StageMark.RingBang,
        "considering" => StageMark.Dotted,
        _ => StageMark.DashedPoint,
    };

    public static IHtmlContent Of(string status) => Stage.Mark(Mark(status));
}
