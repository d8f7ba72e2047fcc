using System.Text;
using Kept.Testing;
using Kept.Web.Commands;

namespace Kept.Web.Tests.Changes;

/// <summary>The shipped programme, with what a publish file did to it.</summary>
internal static class Published
{
    public static Task<TestSite> Site() => ShippedSite.Start(TestClock.At(2026, 11, 21));

    /// <summary>Publishes one record on the day of the clock; answers the number of the entry.</summary>
    public static async Task<long> Publish(this TestSite site, string record, string effective = "2026-11-21", string why = "A letter came.")
    {
        using var said = new StringWriter();
        var file = Encoding.UTF8.GetBytes($"why: {why}\neffective: {effective}\nrecords:\n- {record}\n");
        Assert.True(await RecordPublishing.Publish(site.Register, file, "file.yaml", trial: false, said, CancellationToken.None) == 0, said.ToString());
        site.Clock.Advance(TimeSpan.FromHours(25));
        return site.Register.Snapshot.Number;
    }
}
