namespace Kept.Core.Search;

/// <summary>Keeps the best so many of what is found; ties go to what was recorded first.</summary>
internal sealed class TopHits(int most)
{
    private readonly PriorityQueue<int, (float Score, long Later)> _worstFirst = new();

    public void Add(int document, float score, long number)
    {
        if (most == 0) return;
        var rank = (score, -number);
        if (_worstFirst.Count < most) _worstFirst.Enqueue(document, rank);
        else if (_worstFirst.TryPeek(out _, out var worst) && rank.CompareTo(worst) > 0) _worstFirst.DequeueEnqueue(document, rank);
    }

    /// <summary>Best first.</summary>
    public IReadOnlyList<(int Document, float Score)> Best()
    {
        var best = new (int, float)[_worstFirst.Count];
        for (var i = best.Length - 1; i >= 0; i--)
        {
            _worstFirst.TryDequeue(out var document, out var rank);
            best[i] = (document, rank.Score);
        }
        return best;
    }
}
