using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices;

/// <summary>What accounts are called, for pages that say who did something.</summary>
public static class AccountNames
{
    public static async Task<Dictionary<string, string>> NamesOf(this WorkroomDatabase workroom, IEnumerable<string?> accounts)
    {
        var ids = accounts.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return await workroom.Read(w => w.Users.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, StringComparer.Ordinal));
    }
}
