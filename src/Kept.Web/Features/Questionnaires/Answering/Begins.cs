using System.Net;
using System.Net.Sockets;

namespace Kept.Web.Features.Questionnaires.Answering;

/// <summary>
/// How many replies to forms that are open to anyone may be begun from one place in ten minutes: enough for a school that shares one
/// address, too few to fill the list with noise. It lives in memory only, holds no address but a number made from it that means
/// nothing outside this process, and forgets it when the time is over.
/// </summary>
public sealed class Begins
{
    public const int Most = 200;

    /// <summary>How many from all whose place nobody says: behind a proxy that does not say it they look like one.</summary>
    public const int MostUnknown = 20 * Most;
    private const int MostPlaces = 50_000;

    /// <summary>How long a place waits at most.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    private readonly Dictionary<int, (DateTimeOffset Since, int Count)> _places = [];

    /// <summary>Null where one more may be begun; else how long to wait.</summary>
    public TimeSpan? Wait(IPAddress? from, DateTimeOffset now)
    {
        var place = PlaceOf(from);
        lock (_gate)
        {
            if (_places.Count >= MostPlaces)
                foreach (var old in _places.Where(p => now - p.Value.Since >= Span).Select(p => p.Key).ToList()) _places.Remove(old);
            var (since, count) = _places.TryGetValue(place, out var there) && now - there.Since < Span ? there : (now, 0);
            if (count >= (from is null ? MostUnknown : Most)) return since + Span - now;
            // So many places at once is no school; what is not counted is let in rather than kept out.
            if (count > 0 || _places.Count < MostPlaces) _places[place] = (since, count + 1);
            return null;
        }
    }

    // Whoever has one address of the sixth version has 2^64 of them. The number is another in every process.
    private static int PlaceOf(IPAddress? from)
    {
        if (from is null) return 0;
        var hash = new HashCode();
        var bytes = (from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from).GetAddressBytes();
        hash.AddBytes(from is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? bytes.AsSpan(0, 8) : bytes);
        return hash.ToHashCode();
    }
}
