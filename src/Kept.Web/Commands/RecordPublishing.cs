using System.Globalization;
using System.Text.Json;
using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>publish</c>: through the running server if there is one, else straight into the database under its lock.</summary>
public static class RecordPublishing
{
    private const string Nothing = "nothing";

    public static async Task<int> Run(KeptSettings settings, string file, bool trial, CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancel);
        using var content = new ByteArrayContent(bytes);
        var unknown = new Refusal(
            "The running server stopped before it had answered.", "It is not known whether the file was published; it was published whole or not at all.",
            "Start the server and look at /changes: if it is not there, publish the file again.");
        var address = $"/door/publish?name={Uri.EscapeDataString(file)}&trial={(trial ? "true" : "false")}";
        if (await Door.Post(settings.Data, address, unknown, cancel, content) is { } answered) return answered;
        using var held = DataFolder.Hold(settings);
        using var register = DataFolder.Open(settings);
        return await Publish(register, bytes, file, trial, Console.Out, cancel);
    }

    /// <summary>Checks the whole file, then appends it in one Change; a trial only says what would be written. 0 when all is well, 1 when nothing was written.</summary>
    public static async Task<int> Publish(Register register, byte[] bytes, string name, bool trial, TextWriter say, CancellationToken cancel)
    {
        var file = PublishFile.Read(bytes, name);
        var plan = PublishRecords.Plan(register.Snapshot, file);
        foreach (var warning in plan.Warnings) say.WriteLine($"warning: {warning}");
        foreach (var error in plan.Errors) say.WriteLine(error);
        if (plan.Errors.Count > 0)
        {
            say.WriteLine($"{Inv(plan.Errors.Count)} {(plan.Errors.Count == 1 ? "error" : "errors")} in {name}. Nothing was published; the record is as it was. Mend them and publish again.");
            return 1;
        }
        if (!plan.CanBeWritten) return Refuse(plan.Refusals, plan.Stale, say);
        if (trial)
        {
            foreach (var entry in plan.Entries) Say(entry, say);
            say.WriteLine($"This was a trial: {Inv(plan.Entries.Count)} {(plan.Entries.Count == 1 ? "entry" : "entries")} would be written. Nothing was published.");
            return 0;
        }
        switch (await register.AppendAsync(plan.Change, Act.Operator(file.Why!, PublishRecords.Via), cancel))
        {
            case Appended.Refused refused:
                return Refuse(refused.Why, refused.Stale, say);
            case Appended.Done done:
                say.WriteLine($"published {Inv(done.Entries[^1].Number)} {done.Entries[^1].Hash}");
                return 0;
            default:
                return 1;
        }
    }

    private static int Refuse(IReadOnlyList<Refusal> refusals, IReadOnlyList<StaleRecord> stale, TextWriter say)
    {
        foreach (var refusal in refusals) say.WriteLine(refusal);
        foreach (var record in stale)
        {
            var (theirs, mine) = (Fields(record.Theirs), Fields(record.Mine));
            foreach (var field in theirs.Keys.Union(mine.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Where(f => theirs.GetValueOrDefault(f) != mine.GetValueOrDefault(f)))
            {
                say.WriteLine($"  {record.Record}, {field}");
                say.WriteLine($"    it says now: {theirs.GetValueOrDefault(field) ?? Nothing}");
                say.WriteLine($"    you say:     {mine.GetValueOrDefault(field) ?? Nothing}");
            }
        }
        return 1;
    }

    private static void Say(PlannedEntry planned, TextWriter say)
    {
        var entry = planned.Entry;
        say.WriteLine($"{entry.Record}, version {Inv(entry.Version)}, from {Dates.Long(entry.Effective)}: {planned.What}");
        foreach (var note in planned.Notes) say.WriteLine($"  {note}");
        foreach (var field in planned.Fields) say.WriteLine($"  {field.Field}: {Text(field.From)} -> {Text(field.To)}");
    }

    private static Dictionary<string, string> Fields(RecordBody? body) =>
        body is null ? new(StringComparer.Ordinal)
            : JsonDocument.Parse(CanonicalJson.Of(body)).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => Text(p.Value), StringComparer.Ordinal);

    private static string Text(JsonElement? value) =>
        value is not { } element ? Nothing : element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();

    private static string Inv(long number) => number.ToString(CultureInfo.InvariantCulture);
}
