namespace Kept.Web.Tests.Commands;

internal static class Plain
{
    /// <summary>Exit 1, with what happened, what was kept and what to do, and nothing that only a programmer could read.</summary>
    internal static void Words(Child.Ended ended, string happened, string kept, string next)
    {
        Assert.Equal(1, ended.Exit);
        foreach (var part in (string[])[happened, kept, next]) Assert.Contains(part, ended.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ended.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", ended.Everything, StringComparison.Ordinal);
    }
}
