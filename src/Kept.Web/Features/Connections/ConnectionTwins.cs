using Kept.Web.Features.Programme.Actions;
using Kept.Web.House;

namespace Kept.Web.Features.Connections;

/// <summary>Connections as data.</summary>
public static class ConnectionTwins
{
    public static void Map(Twins twins) => twins.List(ConnectionLinks.All, ConnectionList.Of, new CsvColumns<LinkShape>
    {
        { "id", l => l.Id },
        { "from_id", l => l.From },
        { "from", l => l.FromTitle },
        { "to_id", l => l.To },
        { "to", l => l.ToTitle },
        { "to_kind", l => l.ToKind },
        { "strength", l => l.Strength },
        { "strength_words", l => LinkShape.Say(l.Strength) },
        { "reason", l => l.Reason },
        { "source_id", l => l.Source.Id },
        { "source_place", l => l.Source.Place },
    });
}
