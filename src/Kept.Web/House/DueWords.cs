using Kept.Core.Foundation;

namespace Kept.Web.House;

/// <summary>A date in words: the reading that stands under the published words.</summary>
public static class DueWords
{
    public static string Reading(DueShape due) => new When(due.Text, due.Qualifier, due.Start, due.End, due.StrictEnd).Reading;
}
