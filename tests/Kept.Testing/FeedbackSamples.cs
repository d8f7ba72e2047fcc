using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Testing;

/// <summary>A small programme in which two bodies and all councils have something to do.</summary>
public static class FeedbackSamples
{
    public const string Owner = "big-body", Other = "small-body", Council = "north-council", Commitment = "families-c1", ForAll = "families-c2", Action = "families";

    public static readonly DateOnly Day = new(2021, 6, 30);

    public static Task Fill(Register register) => register.AppendAsync(Change.Of(
        Set("src", new Source { Title = "A plan", Kind = "plan", Sha256 = "0" }),
        Set("plan-a", new Plan { Title = "Plan A", Source = Cite() }),
        Set("area-a", new PriorityArea { Title = "Families", Plan = "plan-a", Order = 1, Source = Cite() }),
        Set(Owner, new Organisation { Name = "Big Body", Type = "public body" }),
        Set(Other, new Organisation { Name = "Small Body", Type = "public body" }),
        Set("all-councils", new Organisation { Name = "All councils", Type = "local authority (collective)" }),
        Set(Council, new Organisation { Name = "North Council", Type = "local authority", PartOf = "all-councils" }),
        Set("south-council", new Organisation { Name = "South Council", Type = "local authority", PartOf = "all-councils" }),
        Set(Action, new PlanAction { Title = "Families together", Plan = "plan-a", Area = "area-a", Order = 1, Source = Cite(), Leads = [new("l1", Owner, "lead", Cite())] }),
        Set(Commitment, new Commitment
        {
            Text = "Publish the guidance",
            Actions = [Action],
            Who = [Owner],
            With = [Other],
            Status = "planned",
            StatusWording = "will publish",
            StatusBasis = "as worded in A plan",
            Due = [new() { Text = "March 2026", Qualifier = "by", End = new(2026, 3, 31) }],
            Printed = [new("families-c1", Action, "Publish the guidance", "planned", "will publish", Cite())],
        }),
        Set(ForAll, new Commitment
        {
            Text = "Every council names a lead",
            Actions = [Action],
            Who = ["all-councils"],
            Status = "planned",
            StatusWording = "will name",
            StatusBasis = "as worded in A plan",
            Printed = [new("families-c2", Action, "Every council names a lead", "planned", "will name", Cite())],
        })), Act.Operator("For a test.", "load"));

    private static Cite Cite() => new("src", [1, 1]);

    private static Write Set(string id, RecordBody body) => Write.Set(id, Day, body, 0);
}
