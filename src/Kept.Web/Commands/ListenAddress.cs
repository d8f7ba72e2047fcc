using Kept.Core.Foundation;
using Microsoft.AspNetCore.Connections;

namespace Kept.Web.Commands;

/// <summary>Where the site is to listen, and what speaks against it.</summary>
public static class ListenAddress
{
    private const int HighestPort = 65535;

    /// <summary>Why one of these addresses, joined by semicolons, cannot be listened at; null when each can be tried.</summary>
    public static Refusal? Objection(string urls)
    {
        foreach (var url in urls.Split(';'))
            if (What(url) is { } what)
                return new($"Kept cannot listen at \"{url}\": {what}.", "Nothing was changed.", "Choose an address such as: ./run --urls http://localhost:5180");
        return null;
    }

    /// <summary>What to say when listening could not begin.</summary>
    public static Refusal Taken(string urls, Exception e) => e is AddressInUseException || e.InnerException is AddressInUseException
        ? new($"Kept could not start: another program already listens at {urls}.", "Nothing that was recorded is lost.",
            "Stop that program, or choose another port, such as: ./run --urls http://localhost:5181")
        : new($"Kept could not listen at {urls}: {e.Message.TrimEnd('.')}.", "Nothing that was recorded is lost.",
            "Choose an address of this machine and a port that the user who runs Kept may use, such as: ./run --urls http://localhost:5180");

    private static string? What(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme == "https" ? "it speaks plain http, and the proxy in front of it https"
                : address.Scheme != "http" ? "an address begins with http://"
                : address.Port is < 0 or > HighestPort ? $"a port is a number from 0 to {HighestPort}"
                : address.PathBase.Length > 0 ? "it has a path after its host"
                : null;
        }
        catch (FormatException)
        {
            return "that is not an address";
        }
    }
}
