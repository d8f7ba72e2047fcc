using Kept.Core.Content;
using Kept.Core.Foundation;
using Kept.Core.Records;

namespace Kept.Core.Tests.Content;

/// <summary>A Register in memory, with short words for what loads do to it: drafts are made as the real one makes them, only the disk is left out.</summary>
internal sealed class Loaded
{
    private DateTimeOffset _clock = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public Snapshot Now { get; private set; } = Snapshot.Empty;

    /// <summary>Plans and appends a pack; answers the plan.</summary>
    public LoadPlan Load(PackFolder pack, bool prune = false)
    {
        var plan = LoadPack.Plan(Now, pack, prune);
        Append(plan.Change.Writes, Act.Operator("Loaded.", LoadPack.Via));
        return plan;
    }

    public void Publish(params Write[] writes) => Append(writes, Act.Operator("Put right.", "publish"));

    public View At(int year, int month, int day) => new(Now, new DateOnly(year, month, day));

    public RecordVersion Newest(string key) => Now.Newest(RecordKey.Parse(key))!;

    private void Append(IReadOnlyList<Write> writes, Act act)
    {
        var draft = new AppendDraft(new(Now), _clock += TimeSpan.FromSeconds(1), act);
        foreach (var write in writes) draft.Add(PreparedWrite.Of(write, act));
        Assert.Equal([], draft.Refusals);
        Now = Now.With(draft.Rows);
    }
}
