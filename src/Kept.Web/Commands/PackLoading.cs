using System.Globalization;
using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Records;
using Kept.Web.House;

namespace Kept.Web.Commands;

/// <summary><c>load</c>: through the running server if there is one, else straight into the database under its lock.</summary>
public static class PackLoading
{
    public static async Task<int> Run(KeptSettings settings, string folder, bool prune, CancellationToken cancel)
    {
        if (await ThroughServer(settings, folder, prune, cancel) is { } answered) return answered;
        using var held = DataFolder.Hold(settings);
        using var register = DataFolder.Open(settings);
        return await Load(register, folder, prune, Console.Out, cancel);
    }

    /// <summary>Reads and checks the whole pack, then appends what differs in one Change. 0 when all is well, 1 when nothing was written.</summary>
    public static async Task<int> Load(Register register, string folder, bool prune, TextWriter say, CancellationToken cancel)
    {
        var pack = PackFolder.Read(folder);
        foreach (var warning in pack.Warnings) say.WriteLine($"warning: {warning}");
        if (pack.Errors.Count > 0)
        {
            foreach (var error in pack.Errors) say.WriteLine(error);
            say.WriteLine(Inv($"{pack.Errors.Count} {(pack.Errors.Count == 1 ? "error" : "errors")} in {folder}. Nothing was loaded; the record is as it was. Mend them and load again."));
            return 1;
        }
        var plan = LoadPack.Plan(register.Snapshot, pack, prune);
        foreach (var skipped in plan.Skipped) say.WriteLine($"left alone: {skipped.Record}: {skipped.Why}");
        var act = Act.Operator($"Loaded the pack \"{pack.Manifest!.Title}\".", LoadPack.Via);
        switch (await register.AppendAsync(plan.Change, act, cancel))
        {
            case Appended.Refused refused:
                foreach (var refusal in refused.Why) say.WriteLine(refusal);
                return 1;
            case Appended.Done done:
                say.WriteLine(Inv($"{plan.Added.Count} records added, {plan.Changed.Count} changed, {plan.Unchanged.Count} unchanged, {plan.Pruned.Count} taken out, {plan.Skipped.Count} left alone."));
                say.WriteLine(Inv($"loaded {done.Snapshot.Number} {done.Snapshot.Hash}"));
                return 0;
            default:
                return 1;
        }
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Task<int?> ThroughServer(KeptSettings settings, string folder, bool prune, CancellationToken cancel) => Door.Post(
        settings.Data, $"/door/load?folder={Uri.EscapeDataString(Path.GetFullPath(folder))}&prune={(prune ? "true" : "false")}",
        new("The running server stopped before it had answered.", "It is not known whether the pack was loaded; it was loaded whole or not at all.",
            "Start the server and load again: only what is missing is written."), cancel);
}
