using System.Text.Json;
using System.Text.Json.Nodes;
using Kept.Core.Foundation;

namespace Kept.Core.Records;

/// <summary>A write with its item made and sealed on the caller's thread, so that the one writer has little left to do.</summary>
/// <param name="Made">Null when the record cannot be kept; <paramref name="Fault"/> says why.</param>
/// <param name="Said">What its body names, where it has one.</param>
internal sealed record PreparedWrite(Write Write, Item? Made, Said? Said, string? Fault)
{
    internal static PreparedWrite Of(Write write, Act act)
    {
        try
        {
            var item = Item.New(Body(write, act));
            return new(write, item, SaidBy(write, item), null);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return new(write, null, null, e.Message);
        }
    }

    // Once it is on disk there is no way back: what the next start could not read is refused now.
    private static Said? SaidBy(Write write, Item item)
    {
        if (write.Body is null) return null;
        var json = item.Header().Record;
        return json.IsEmpty ? throw new FormatException("it says nothing at all.") : Said.By(BodyJson.Read(write.Record.Kind, json));
    }

    private static byte[] Body(Write write, Act act)
    {
        var item = new JsonObject { ["via"] = act.Via, ["why"] = act.Why };
        if (act.OnBehalfOf is not null) item["behalf"] = act.OnBehalfOf;
        if (write.Body is not null) item["record"] = JsonSerializer.SerializeToNode(write.Body, write.Body.GetType(), BodyJson.Options);
        if (write.Kind == EntryKind.Correct) item["corrects"] = write.Target;
        if (write.Kind == EntryKind.Redact) item["redacts"] = write.Target;
        if (write.Withholds) item["withholds"] = true;
        return CanonicalJson.Of(item);
    }
}
