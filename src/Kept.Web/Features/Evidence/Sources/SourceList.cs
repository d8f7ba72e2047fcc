using Kept.Core.Evidence;
using Kept.Web.House;

namespace Kept.Web.Features.Evidence.Sources;

/// <summary>Every source, the one most rests on first.</summary>
public static class SourceList
{
    public static ListShape<SourceRecordShape> Of(Reading reading) =>
        Lists.Of([.. reading.View.All<Source>().Select(s => SourceRecordShape.Of(reading, s)).OrderByDescending(s => s.Total)], reading);
}
