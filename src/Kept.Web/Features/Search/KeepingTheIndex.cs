using Kept.Core.Search;
using Kept.Web.House;

namespace Kept.Web.Features.Search;

/// <summary>Makes the index once the site answers, and extends it with every append, away from any reader.</summary>
public sealed partial class KeepingTheIndex(LiveIndex index, IHostApplicationLifetime life, ILogger<KeepingTheIndex> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await life.OfFirstReaders(stoppingToken);
            while (true)
            {
                CatchUp();
                await index.News(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; there is nothing to keep.
            return;
        }
    }

    // Without the index search reads every record: slower, and the same answer.
    private void CatchUp()
    {
        try
        {
            index.CatchUp();
        }
        catch (Exception fault)
        {
            NotMade(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be made; search reads every record instead")]
    private static partial void NotMade(ILogger log, Exception fault);
}
