using Kept.Core.Assessments;
using Kept.Core.Evidence;
using Kept.Core.Foundation;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;
using Kept.Testing;

namespace Kept.Web.Tests.Programme;

/// <summary>A programme of one plan, one area and one action, for what the shipped one has no case of.</summary>
internal static class SmallProgramme
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly Cite Page = new("report", [1, 1]);

    public static Task<TestSite> Start() => TestSite.Start(TestClock.At(2026, 11, 21), register => Append(register,
        Write.Set("report", First, new Source { Title = "A report", Kind = "report" }, 0),
        Write.Set("assessor", First, new Organisation { Name = "The assessor", Type = "regulator" }, 0),
        Write.Set("plan-a", First, new Plan { Title = "Plan A", Source = Page }, 0),
        Write.Set("homes", First, new PriorityArea { Title = "Homes", Plan = "plan-a", Order = 1, Source = Page }, 0),
        Write.Set("doors", First, new PlanAction { Title = "Doors", Plan = "plan-a", Area = "homes", Order = 1, Source = Page }, 0)));

    public static async Task Append(Register register, params Write[] writes) =>
        Assert.IsType<Appended.Done>(await register.AppendAsync(Change.Of(writes), Act.Operator("A test.", "test")));

    public static Write Assess(DateOnly effective, string category, string wording, int expect = 0) =>
        Write.Set("doors-assessment", effective, new Assessment { Action = "doors", Category = category, Wording = wording, Assessor = "assessor", Source = Page }, expect);
}
