using System.Collections.Concurrent;

namespace Kept.Web.House;

/// <summary>Under what a page is kept: the address as given, the host it was asked of, and the day it was drawn on.</summary>
public readonly record struct PageKey(string Path, string Query, string Host, bool Https, int Day);

/// <summary>
/// The pages drawn lately, in two halves. What is asked for moves into the young half; when that is full, it becomes the
/// old one and the old one goes. So the least used go first, and nobody counts.
/// </summary>
public sealed class KeptPages(long most)
{
    private readonly Lock _gate = new();
    private volatile ConcurrentDictionary<PageKey, KeptPage> _young = new();
    private volatile ConcurrentDictionary<PageKey, KeptPage> _old = new();
    private long _size;

    public KeptPage? Find(PageKey key)
    {
        if (_young.TryGetValue(key, out var page)) return page;
        if (!_old.TryGetValue(key, out page)) return null;
        Keep(key, page);
        return page;
    }

    public void Keep(PageKey key, KeptPage page)
    {
        if (page.Size > most / 4) return;
        lock (_gate)
        {
            if (_young.TryGetValue(key, out var before)) _size -= before.Size;
            if (_size + page.Size > most / 2) (_old, _young, _size) = (_young, new(), 0);
            _young[key] = page;
            _size += page.Size;
        }
    }

    /// <summary>How many pages are kept.</summary>
    public int Count => _young.Count + _old.Keys.Count(key => !_young.ContainsKey(key));
}
