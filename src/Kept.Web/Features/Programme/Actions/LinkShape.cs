using System.Text.Json.Serialization;
using Kept.Core.Connections;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Features.Programme.Actions;

/// <summary>A link from an action to another action or to a priority area, with how strongly the source states it.</summary>
public sealed record LinkShape(string Id, string From, string To, string ToKind, string Strength, string Reason, SourceShape Source)
{
    public CorrectionShape? Correction { get; init; }

    [JsonIgnore] public string FromTitle { get; init; } = "";
    [JsonIgnore] public string ToTitle { get; init; } = "";

    public static LinkShape Of(View view, Version<Link> link) => new(
        link.Id, link.Body.From, link.Body.To, link.Body.ToKind, link.Body.Strength, link.Body.Reason, SourceShape.Of(view, link.Body.Source))
    {
        Correction = CorrectionShape.Of(view, link.Source),
        FromTitle = Names.Action(view, link.Body.From).Title,
        ToTitle = Title(view, link.Body.ToKind, link.Body.To),
    };

    /// <summary>What stands behind the link: the source's own statement, or our reading of it.</summary>
    public static string Say(string strength) => strength switch
    {
        "explicit" => "The text says so",
        "named" => "Named in a dependence",
        "implied" => "Our reading",
        _ => strength,
    };

    public static string Title(View view, string kind, string id) =>
        kind == "area" ? Names.Area(view, id).Title : Names.Action(view, id).Title;

    public static string Url(View view, string kind, string id) =>
        kind == "area" ? ProgrammeLinks.Area(view, id) : ProgrammeLinks.Action(view, id);
}
