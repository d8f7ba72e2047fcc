namespace Kept.Web.House.SignIn;

/// <summary>How many wrong passwords are taken in a quarter of an hour, for all accounts together. Passkeys cannot be guessed and go on working.</summary>
public sealed class WrongTries() : Tries(Most, TimeSpan.FromMinutes(15))
{
    public const int Most = 200;

    public const string Words = "Too many sign-ins went wrong just now, those of others too. Wait a quarter of an hour, then try again, or sign in with a passkey.";
}
