namespace Kept.Web.House;

/// <summary>What an operator may set. Each has a command-line option and an environment variable: see docs/operate.</summary>
public sealed record KeptSettings
{
    /// <summary>Where to listen, plain http; TLS is the proxy's.</summary>
    public string Urls { get; init; } = "http://localhost:5180";

    /// <summary>The folder that holds kept.db, its lock and its socket.</summary>
    public string Data { get; init; } = "./data";

    /// <summary>The pack that is loaded when there is no database yet; null for none.</summary>
    public string? Pack { get; init; }

    /// <summary>Where "Leave this site quickly" goes.</summary>
    public string Exit { get; init; } = "https://www.bbc.co.uk/weather";

    /// <summary>The public title, where the operator wants another than the programme's own.</summary>
    public string? Title { get; init; }

    /// <summary>How many pages and programs may listen to changes at once; one more is answered 503.</summary>
    public int LiveConnections { get; init; } = 10_000;

    /// <summary>How much memory drawn pages may take; 0 for drawing each anew.</summary>
    public int PageCacheMegabytes { get; init; } = 32;

    /// <summary>How the log is written: "text" or "json".</summary>
    public string Log { get; init; } = "text";

    /// <summary>Whether each request gets a line in the log: its route, status and time, never its reader.</summary>
    public bool RequestLog { get; init; }

    /// <summary>Addresses or networks of the proxies that may say a reader came by https, by commas; null for none.</summary>
    public string? Proxies { get; init; }

    /// <summary>What a program of another machine shows to read /metrics, as a bearer token; null for nobody.</summary>
    public string? MetricsToken { get; init; }

    /// <summary>Whether people may sign in here: a copy that is only read has no accounts.</summary>
    public bool TakesPeople { get; init; }

    /// <summary>The mail server, as smtp://host:25 or smtp+starttls://user:password@host:587; null for none, and then no mail is sent.</summary>
    public string? Smtp { get; init; }

    /// <summary>The address that mail comes from.</summary>
    public string? MailFrom { get; init; }

    /// <summary>The address readers know the site by, for links that leave it: https://host. Null for the one a request names, and then nobody can follow by e-mail.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Whether readers can follow by e-mail: that needs a mail server, and an address for the links that no request has a say in.</summary>
    public bool OffersFollowing => TakesPeople && Smtp is not null && MailFrom is not null && PublicUrl is not null;

    /// <summary>A path with the address of the site before it, for letters, feeds and calendars.</summary>
    public string Whole(HttpRequest request, string path) => (PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}") + path;

    /// <summary>What is wrong with the address, as a sentence; null when nothing is.</summary>
    public static string? ObjectionTo(string? publicUrl) =>
        publicUrl is null || (Uri.TryCreate(publicUrl, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.PathAndQuery == "/" && site.Fragment.Length == 0 && site.UserInfo.Length == 0)
            ? null : "--public-url is no address of a site. Write it as https://host, with nothing behind it.";

    /// <summary>How long a mail server may take for one message.</summary>
    public TimeSpan MailPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where clamd looks at files before they are kept: host:port or unix:/path; null for no such check.</summary>
    public string? Clamd { get; init; }

    /// <summary>Where paper forms are sent back to; null where none is set.</summary>
    public string? ReturnAddress { get; init; }

    /// <summary>Within how many days those who safeguard must have signed in for a form to open to anyone.</summary>
    public int SafeguardingDays { get; init; } = 30;

    /// <summary>How many minutes pass between an editor's yes and the publication of a figure or a quotation; 0 for none.</summary>
    public int WaitMinutes { get; init; } = 10;

    /// <summary>How often a password is hashed (PBKDF2 with HMAC-SHA-512; OWASP's password storage cheat sheet asks for 210,000).</summary>
    public int PasswordRounds { get; init; } = 210_000;

    /// <summary>A file of passwords that have leaked, or of their SHA-1 hashes in rising order; null for no such check.</summary>
    public string? BreachedPasswords { get; init; }

    /// <summary>The address of a PostgreSQL database; null where the record is a file in the data folder.</summary>
    public string? Address { get; init; }

    /// <summary>Where the record is: an address of PostgreSQL, or the path of a file.</summary>
    public string Database => Address ?? Path.Combine(Data, "kept.db");

    /// <summary>Whether other processes may write to the same database.</summary>
    public bool IsPostgres => Address is not null;
}
