namespace Kept.Web.House.SignIn;

/// <summary>How somebody proved who they are; the page that signs in leaves it on the request, and the session keeps it.</summary>
public sealed record Proof(string Words)
{
    public static Proof Passkey { get; } = new("passkey");

    public static Proof PasswordAndCode { get; } = new("password and code");

    /// <summary>Half of what is asked for: it opens nothing but the page where the other half is set up.</summary>
    public static Proof PasswordOnly { get; } = new("password only");
}
