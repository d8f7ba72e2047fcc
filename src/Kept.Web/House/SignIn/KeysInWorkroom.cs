using System.Xml.Linq;
using Kept.Core.Workroom;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Kept.Web.House.SignIn;

/// <summary>The keys that sign forms and cookies stand in the database: every node has them, and a backup brings them back.</summary>
public sealed class KeysInWorkroom(WorkroomDatabase workroom) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var open = workroom.Open();
        return [.. open.Keys.OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var open = workroom.Open();
        open.Keys.Add(new DataKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        open.SaveChanges();
    }
}
